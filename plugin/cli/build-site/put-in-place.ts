import { existsSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildNoteFile, ownBuildFolder, type BuildNote } from '../../contracts/own-site';
import { workFolderOf } from './work-folder';

/** Puts built pages where they are served from, in one go, with what they are made of. Those before them go with the folder of work. */
export const putInPlace = (ownFolder: string, built: string, note: BuildNote): void => {
  const [place, before] = [path.join(ownFolder, ownBuildFolder), path.join(workFolderOf(ownFolder), 'before')];
  writeFileSync(path.join(built, buildNoteFile), `${JSON.stringify(note, null, 2)}\n`);
  if (existsSync(place)) renameSync(place, before);
  renameSync(built, place);
};
