import { rmSync } from 'node:fs';
import path from 'node:path';
import { isOwnSource, ownBuildFolder, ownSiteFolder } from '../../contracts/own-site';
import { neededPackages, type FoundPackage } from '../build-site/needed-packages';
import { ownedFaults } from '../build-site/owned-faults';
import { putInPlace } from '../build-site/put-in-place';
import { runAstro, type AstroBuild } from '../build-site/run-astro';
import { layOut, workFolderOf } from '../build-site/work-folder';
import { CannotGoOn, type Command, type CommandContext } from '../command';
import { configuredPortal, type ConfiguredPortal } from '../configured-portal';
import type { TypeScript } from '../install/config-object';
import { projectTypeScript } from '../install/project-typescript';
import { writeFiles } from '../install/write-files';
import { makeOwnFolder } from '../publish/carry-out';
import { fingerprintOf } from '../publish/fingerprint';
import { readManifest } from '../publish/manifest';
import { ownPackageFolder, packagedSiteIn, type PackagedSite } from '../publish/packaged-site';
import { lookAtFiles, ownedOf, type SiteFile } from '../publish/published-files';
import { planUncompiledFolder } from '../publish/uncompiled-folder';
import { readProject, type StrapiProject } from '../strapi-project';

/** Told before anything is built, which takes a while. Answers whether it may be. */
const mayGoOn = ({ options, warn }: CommandContext, owned: SiteFile[], site: PackagedSite): boolean => {
  const { faults, warnings } = ownedFaults(owned, site);
  for (const said of [...warnings, ...faults]) warn(said);
  if (faults.length === 0 || options.anyway) return true;
  warn('Nothing was built. "portal build --anyway" builds in spite of this.');
  return false;
};

const configured = async ({ options }: CommandContext, project: StrapiProject): Promise<ConfiguredPortal> => {
  if (options.url === undefined) return configuredPortal(project);
  const url = String(options.url);
  if (!/^\/[a-z0-9-]+$/.test(url)) throw new CannotGoOn(`--url is one path segment such as /support, and not "${url}".`);
  return { url, directory: '' };
};

const packagesFor = (project: StrapiProject, site: PackagedSite): FoundPackage[] => {
  const starts = [project.folder, ownPackageFolder()];
  // What is shared with the API stands on zod, which the portal's package brought along.
  return [...neededPackages(starts, site.dependencies), ...neededPackages([...starts].reverse(), { zod: '4.0.0' })];
};

/** What is built is not Strapi's to compile either, where the project has it compile JavaScript. */
const leaveUncompiled = ({ say }: CommandContext, project: StrapiProject, ts: TypeScript): void => {
  const change = planUncompiledFolder(ts, project);
  if (!change || !('after' in change)) return;
  writeFiles(project, [change]);
  say(`Changed ${change.file}: added ${change.what}.`);
};

const tellFailure = ({ warn }: CommandContext, { output }: AstroBuild, owned: string[]): number => {
  const [named] = owned.map((file) => ({ file, at: output.indexOf(`${ownSiteFolder}/${file}`) })).filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
  // What Astro says before it meets the error is how far it came.
  warn(output.slice(Math.max(0, output.indexOf('[ERROR]'))).trim());
  warn(`\nThe pages could not be built${named ? `: look at ${ownSiteFolder}/${named.file}` : ''}. Those that are served stay as they were.`);
  return 1;
};

const tellDone = ({ say, warn }: CommandContext, { url, directory }: ConfiguredPortal, owned: string[], began: number): number => {
  const what = owned.length === 0 ? 'as they come with the package' : `with ${owned.length === 1 ? '1 file' : `${owned.length} files`} of yours`;
  say(`The pages for ${url} are built ${what} (${((Date.now() - began) / 1000).toFixed(1)} s), in ${ownSiteFolder}/${ownBuildFolder}.\nThey are served from the next start of Strapi on; "rm -r ${ownSiteFolder}/${ownBuildFolder}" goes back to those of the package.`);
  if (directory && path.resolve(directory) !== path.resolve(ownSiteFolder, ownBuildFolder)) warn(`But config/plugins names another folder of pages, which is served instead: site.directory is ${directory}. Take it out there.`);
  return 0;
};

const run = async (context: CommandContext): Promise<number> => {
  const [began, project, site] = [Date.now(), readProject(context.project), packagedSiteIn(ownPackageFolder())];
  const ts = projectTypeScript(project);
  const files = ownedOf(lookAtFiles(ts, project.folder, site, readManifest(project.folder)));
  if (!mayGoOn(context, files, site)) return 1;
  const packages = packagesFor(project, site);
  const settings = await configured(context, project);
  const [folder, owned] = [makeOwnFolder(project.folder), files.map(({ file }) => file).filter(isOwnSource)];
  leaveUncompiled(context, project, ts);
  const fingerprints = owned.map((file) => [file, fingerprintOf(path.join(folder, file)) ?? '']);
  context.say(`Building the pages of version ${site.version} for ${settings.url} …`);
  try {
    const pages = layOut(folder, owned, site, packages);
    const built = await runAstro(packages.find(({ name }) => name === 'astro')!.folder, pages, settings.url, owned);
    if (!built.isMade) return tellFailure(context, built, owned);
    putInPlace(folder, path.join(pages, 'dist'), { version: site.version, url: settings.url, files: Object.fromEntries(fingerprints) });
  } finally {
    rmSync(workFolderOf(folder), { recursive: true, force: true });
  }
  return tellDone(context, settings, owned, began);
};

/** `portal build`: the pages, with what the project owns of them laid over those of the package. */
export const build: Command = {
  name: 'build',
  summary: `builds the portal’s pages with what "portal publish" put into ${ownSiteFolder}/`,
  details: `It needs Astro in this project, and says how to install it. The path is the one of config/plugins, which is read without\na database. What no longer fits the installed version is told before anything is built. Served from ${ownSiteFolder}/${ownBuildFolder}.`,
  options: {
    anyway: { type: 'boolean', summary: 'build although something of yours no longer fits' },
    url: { type: 'string', value: 'path', summary: 'for this path, such as /support, without reading the configuration' },
  },
  run,
};
