import path from 'node:path';
import { ownSiteFolder } from '../../contracts/own-site';
import type { PackagedSite } from './packaged-site';
import { offeredName, type SiteFile } from './published-files';
import type { Act, PlannedFile } from './publish-plan';
import type { Standing } from './standing';

/** A file as its owner finds it in the project. */
export const inProject = (file: string): string => `${ownSiteFolder}/${file}`;

/** Where a file that is gone may have moved to: one of its name elsewhere. */
export const goneSentence = (file: string, { files, version }: PackagedSite): string => {
  const elsewhere = files.filter((each) => path.posix.basename(each) === path.posix.basename(file));
  const replaced = elsewhere.length === 1 ? `It may be ${elsewhere[0]} now: publish that, take your changes over, and delete yours.` : 'Delete yours, unless other files of your own use it.';
  return `${inProject(file)}: version ${version} has no such file any more. ${replaced}`;
};

const offered = (file: string): string => path.posix.basename(offeredName(file));
const sentences: Record<Exclude<Act, 'nothing'>, (file: PlannedFile, site: PackagedSite) => string> = {
  copy: ({ file }) => `make ${inProject(file)}`,
  renew: ({ file, published }, { version }) => `bring ${inProject(file)} from ${published?.from ?? 'its version'} to ${version}: you did not change it`,
  overwrite: ({ file }) => `OVERWRITE ${inProject(file)}, which you changed`,
  offer: ({ file }, { version }) => `keep ${inProject(file)}: you changed it, and so did version ${version}. The new original is put beside it as ${offered(file)}: take over what you want of it, then delete it`,
  wait: ({ file }) => `leave ${offered(file)} beside ${inProject(file)}: take over what you want of it, then delete it`,
  stay: ({ file }) => `leave ${inProject(file)}: it is there already and was not published; --force overwrites it`,
  gone: ({ file }, site) => `leave ${goneSentence(file, site)}`,
  forget: ({ file }) => `keep no account of ${inProject(file)} any more: you took it away, so that of the package is used`,
};

const line = (each: PlannedFile, site: PackagedSite): string[] => (each.act === 'nothing' ? [] : [`  ${sentences[each.act](each, site)}`]);
const folderOf = (file: string): string => file.split('/').slice(0, -1).slice(0, 2).join('/');

/** More new files than anybody reads, as so many in each folder. */
const toldCopies = (copies: PlannedFile[]): string[] => {
  const counts = new Map<string, number>();
  for (const { file } of copies) counts.set(folderOf(file), (counts.get(folderOf(file)) ?? 0) + 1);
  return [...counts].map(([folder, count]) => `  make ${count} ${count === 1 ? 'file' : 'files'} in ${inProject(folder)}`);
};

/** A line for each file with which something is done, or should be. */
export const toldPlan = (plan: PlannedFile[], site: PackagedSite): string[] => {
  const copies = plan.filter(({ act }) => act === 'copy');
  if (copies.length <= 20) return plan.flatMap((each) => line(each, site));
  return [...toldCopies(copies), ...plan.filter(({ act }) => act !== 'copy').flatMap((each) => line(each, site))];
};

/** What is left to a person. */
export const needsSomebody = ({ act }: PlannedFile): boolean => ['offer', 'wait', 'stay', 'gone'].includes(act);

const standings: Record<Standing, string> = {
  package: '',
  'given-back': 'taken away: that of the package is used',
  unchanged: 'unchanged',
  own: 'own changes',
  outdated: 'outdated: "portal publish --update" brings it up to date',
  both: 'both changed: "portal publish --update" puts the new original beside it',
  gone: 'gone: this version has no such file',
  added: 'your own',
  unknown: 'stands in for ours, from which version nobody knows',
};

/** The table of `--status`. */
export const toldStatus = (files: SiteFile[]): string[] => {
  const width = Math.max(0, ...files.map(({ file }) => inProject(file).length)) + 2;
  return files.map(({ file, standing, published, isWaiting }) => {
    const said = isWaiting ? `both changed: ${offered(file)} lies beside it; take over what you want, then delete it` : standings[standing];
    return `  ${inProject(file).padEnd(width)}${(published?.from ?? '–').padEnd(8)}  ${said}`;
  });
};
