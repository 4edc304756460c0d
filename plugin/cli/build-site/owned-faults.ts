import type { PackagedSite } from '../publish/packaged-site';
import type { SiteFile } from '../publish/published-files';
import { goneSentence, inProject } from '../publish/telling';

/** What is said before anything is built. A fault stops the build, unless somebody wants it anyway. */
export interface OwnedFaults {
  faults: string[];
  warnings: string[];
}

const takesOther = ({ standing, published, ours }: SiteFile): boolean => ['outdated', 'both'].includes(standing) && published !== null && ours !== null && published.props !== ours.props;
const shown = (props: string | null): string => (props ?? 'nothing').replace(/^/gm, '    ');

const propsFault = ({ file, standing, published, ours }: SiteFile): string =>
  [
    `${inProject(file)} no longer fits: what it is given changed after version ${published!.from}. It was`,
    shown(published!.props),
    `  and is in ${ours!.from}`,
    shown(ours!.props),
    standing === 'outdated' ? '  You did not change it: "portal publish --update" brings it up to date.' : '  "portal publish --update" puts the new original beside it: take over what changed, then delete the original.',
  ].join('\n');

/** Some names, and how many more: whoever owns everything should still see what follows. */
const some = (files: SiteFile[]): string => [...files.slice(0, 5).map(({ file }) => inProject(file)), ...(files.length > 5 ? [`and ${files.length - 5} more`] : [])].join(', ');

const warningsOf = (files: SiteFile[]): string[] => {
  const unknown = files.filter(({ standing }) => standing === 'unknown');
  const behind = files.filter(({ standing, isWaiting }) => standing !== 'unknown' && (isWaiting || standing === 'both' || standing === 'outdated'));
  return [
    ...(unknown.length > 0 ? [`In place of ours, but not published, so that nobody can tell whether it still fits: ${some(unknown)}.`] : []),
    ...(behind.length > 0 ? [`The original changed since: ${some(behind)}. See "portal publish --status".`] : []),
  ];
};

/** What the files that a project owns would meet in the installed version. Decided without building anything. */
export const ownedFaults = (owned: SiteFile[], site: PackagedSite): OwnedFaults => {
  const isFault = (each: SiteFile): boolean => each.standing === 'gone' || takesOther(each);
  const faults = owned.filter(isFault).map((each) => (each.standing === 'gone' ? goneSentence(each.file, site) : propsFault(each)));
  return { faults, warnings: warningsOf(owned.filter((each) => !isFault(each))) };
};
