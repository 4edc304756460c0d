import { ownSiteFolder } from '../../contracts/own-site';
import { CannotGoOn, type Command, type CommandContext } from '../command';
import type { FileChange, LeftToDo } from '../install/plan';
import { needWriteRights } from '../install/obstacles';
import { projectTypeScript } from '../install/project-typescript';
import { writeFiles } from '../install/write-files';
import { carryOut } from '../publish/carry-out';
import { chosenFiles, listed, listedFolders } from '../publish/chosen-files';
import { readManifest, type Manifest } from '../publish/manifest';
import { ownPackageFolder, packagedSiteIn, type PackagedSite } from '../publish/packaged-site';
import { lookAtFiles, ownedOf, type SiteFile } from '../publish/published-files';
import { planPublishing, type PlannedFile } from '../publish/publish-plan';
import { needsSomebody, toldPlan, toldStatus } from '../publish/telling';
import { planUncompiledFolder } from '../publish/uncompiled-folder';
import { readProject, type StrapiProject } from '../strapi-project';

/** What is looked at before anything is decided. */
interface Ground {
  project: StrapiProject;
  site: PackagedSite;
  manifest: Manifest;
  files: SiteFile[];
  tsconfig: FileChange | LeftToDo | null;
}

const groundOf = (folder: string): Ground => {
  const project = readProject(folder);
  const [ts, site, manifest] = [projectTypeScript(project), packagedSiteIn(ownPackageFolder()), readManifest(folder)];
  return { project, site, manifest, files: lookAtFiles(ts, folder, site, manifest), tsconfig: planUncompiledFolder(ts, project) };
};

/** Names in lines of a readable length, each line below the folder they stand in. */
const inLines = (folder: string, names: string[]): string => {
  const lines = [''];
  for (const [place, name] of names.entries()) {
    const word = place < names.length - 1 ? `${name},` : name;
    if (lines.at(-1)!.length + word.length > 96) lines.push('');
    lines.push(`${lines.pop()!} ${word}`);
  }
  return lines.map((line, place) => `  ${(place === 0 ? `${folder}/` : '').padEnd(12)}${line}`).join('\n');
};

const list = ({ say }: CommandContext, { site, files }: Ground): number => {
  const owned = ownedOf(files).map(({ file }) => file);
  const marked = (folder: string, name: string): string => (owned.some((file) => file === `src/${folder}/${name}` || file.startsWith(`src/${folder}/${name}/`)) ? `${name} [yours]` : name);
  say('What of the portal’s pages this project can have as its own:\n');
  for (const folder of listedFolders) say(inLines(folder, listed(site.files, folder).map((name) => marked(folder, name))));
  say('\nand every other folder or file of them (features/, i18n/, middleware/, portal-api/, public/).\n');
  say('  npx portal publish components/pagination   copies one, with all that it is made of');
  say('  npx portal publish --all                   copies everything');
  say('  npx portal publish --status                says what became of those that are yours');
  say('  npx portal build                           makes the pages with them');
  return 0;
};

const status = ({ say }: CommandContext, { site, manifest, files }: Ground): number => {
  const owned = files.filter(({ file, standing }) => standing !== 'package' && (manifest[file] || standing !== 'given-back'));
  if (owned.length === 0) say('This project owns nothing of the pages. "portal publish" lists what it can have.');
  else say([`${ownSiteFolder}/, beside version ${site.version}:`, ...toldStatus(owned)].join('\n'));
  return owned.some(({ standing, isWaiting }) => isWaiting || standing === 'both' || standing === 'gone') ? 1 : 0;
};

const wantedOf = ({ options, positionals }: CommandContext, { site, manifest, files }: Ground): SiteFile[] => {
  const isKnown = new Set(options.update ? Object.keys(manifest) : options.all ? site.files : chosenFiles(site.files, positionals));
  return files.filter(({ file }) => isKnown.has(file));
};

const isLeft = (change: FileChange | LeftToDo): change is LeftToDo => 'lines' in change;

const tell = ({ say }: CommandContext, { project, site, tsconfig }: Ground, plan: PlannedFile[]): void => {
  say(`The portal’s pages of version ${site.version}, in ${project.folder}. This will`);
  for (const line of toldPlan(plan, site)) say(line);
  if (tsconfig && !isLeft(tsconfig)) say(`  change ${tsconfig.file}: add ${tsconfig.what}`);
  if (tsconfig && isLeft(tsconfig)) say(`\nTo be added by yourself to ${tsconfig.file}. ${tsconfig.why}\n\n    ${tsconfig.lines}`);
};

const publishThem = (context: CommandContext, ground: Ground): number => {
  const { project, site, manifest, tsconfig } = ground;
  const wanted = wantedOf(context, ground);
  if (wanted.length === 0) {
    context.say('This project owns nothing of the pages. "portal publish" lists what it can have.');
    return 0;
  }
  const plan = planPublishing(wanted, { named: !context.options.update, force: context.options.force === true });
  const change = tsconfig && !isLeft(tsconfig) ? [tsconfig] : [];
  const isNothing = plan.every(({ act }) => act === 'nothing') && change.length === 0;
  if (!isNothing) tell(context, ground, plan);
  if (context.options['dry-run']) context.say('\nThis was a dry run: nothing was changed.');
  else {
    needWriteRights(project, [...change, { file: ownSiteFolder, before: null, after: '', what: '' }]);
    writeFiles(project, change);
    carryOut(project.folder, site, manifest, plan);
    context.say(isNothing ? 'There was nothing to do.' : `\nDone. "npx portal build" makes the pages with what is in ${ownSiteFolder}/.`);
  }
  return plan.some(needsSomebody) ? 1 : 0;
};

const run = async (context: CommandContext): Promise<number> => {
  const { options, positionals } = context;
  const ways = [options.all && '--all', options.update && '--update', options.status && '--status', positionals.length > 0 && 'names'].filter(Boolean);
  if (ways.length > 1) throw new CannotGoOn(`${ways.join(' and ')} do not go together: say one of them. Nothing was changed.`);
  const ground = groundOf(context.project);
  if (options.status) return status(context, ground);
  return ways.length === 0 ? list(context, ground) : publishThem(context, ground);
};

/** `portal publish`: sources of the pages into the project, which owns them from then on; later updates tell its changes from ours. */
export const publish: Command = {
  name: 'publish',
  summary: 'copies the portal’s pages, or one component of them, into this project to be changed',
  positionals: '[name…]',
  details: `Without a name it lists what there is. A name is a folder or a file: components/pagination, layouts/Header,\npages/faq, styles/tokens.css. They are copied into ${ownSiteFolder}/; "portal build" makes the pages with them.\nA file that you changed is never overwritten without --force. Delete a file to have that of the package again.\nExit code 1 when something is left for you to do.`,
  options: {
    all: { type: 'boolean', summary: 'copy all of it' },
    update: { type: 'boolean', summary: 'after an update of the package: bring what you own up to date' },
    status: { type: 'boolean', summary: 'say of each file that you own whose changes it has' },
    force: { type: 'boolean', summary: 'overwrite files that you changed' },
    'dry-run': { type: 'boolean', summary: 'say what would be done, and do nothing' },
  },
  run,
};
