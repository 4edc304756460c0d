import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownSiteFolder } from '../../contracts/own-site';
import { manifestFile, manifestText, type Manifest } from './manifest';
import type { PackagedSite } from './packaged-site';
import { offeredName } from './published-files';
import { manifestAfter, type PlannedFile } from './publish-plan';

const ignored = '# What "portal build" makes\n/dist/\n/.work/\n';

/** Whole or not at all: whoever is stopped in between finds the old file or the new one. */
const put = (place: string, content: Buffer | string): void => {
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(`${place}.part`, content);
  renameSync(`${place}.part`, place);
};

/** Makes the folder, and keeps what is built in it out of the project's repository. */
export const makeOwnFolder = (project: string): string => {
  const folder = path.join(project, ownSiteFolder);
  if (!existsSync(path.join(folder, '.gitignore'))) put(path.join(folder, '.gitignore'), ignored);
  return folder;
};

const carryOutOne = (folder: string, site: PackagedSite, { file, act }: PlannedFile): void => {
  const [from, to, beside] = [path.join(site.folder, file), path.join(folder, file), path.join(folder, offeredName(file))];
  if (act === 'copy' || act === 'renew' || act === 'overwrite') {
    put(to, readFileSync(from));
    rmSync(beside, { force: true });
  }
  if (act === 'offer') copyFileSync(from, beside);
};

/** Does what the plan says, and writes down of which version each file is now. */
export const carryOut = (project: string, site: PackagedSite, manifest: Manifest, plan: PlannedFile[]): void => {
  const folder = makeOwnFolder(project);
  for (const each of plan) carryOutOne(folder, site, each);
  const [place, text] = [path.join(folder, manifestFile), manifestText(manifestAfter(manifest, plan))];
  if (!existsSync(place) || readFileSync(place, 'utf8') !== text) put(place, text);
};
