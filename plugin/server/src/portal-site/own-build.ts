import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildNote, buildNoteFile, isOwnSource, type BuildNote } from '../../../contracts/own-site';

const noteIn = (directory: string): BuildNote | null => {
  const place = path.join(directory, buildNoteFile);
  return existsSync(place) ? (buildNote.safeParse(JSON.parse(readFileSync(place, 'utf8'))).data ?? null) : null;
};

/** As `portal build` counts them: line breaks are no change. */
const fingerprint = (place: string): string => createHash('sha256').update(readFileSync(place, 'latin1').replaceAll('\r\n', '\n'), 'latin1').digest('hex');

const sourcesBelow = (folder: string): string[] => {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : [];
  return entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')).filter(isOwnSource);
};

/** The files that are not as they were when the pages were built: changed, new, or gone. */
const changedSince = ({ files }: BuildNote, folder: string): string[] => {
  const there = sourcesBelow(folder);
  return [...there.filter((file) => files[file] !== fingerprint(path.join(folder, file))), ...Object.keys(files).filter((file) => !there.includes(file))];
};

/** What is wrong with pages that the project built for itself, as a sentence; null where they are what they would be if built now, with this version. */
export const ownBuildFault = (directory: string, version: string): string | null => {
  const note = noteIn(directory);
  if (!note) return null;
  if (note.version !== version) return `The pages of this project were built from version ${note.version}; version ${version} is installed.`;
  const changed = changedSince(note, path.dirname(directory));
  return changed.length === 0 ? null : `The pages of this project were built before ${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ` and ${changed.length - 3} more` : ''} changed.`;
};

/** That a project owns pages and nobody built them, as after a deployment that left it out; null where it owns none. */
export const unbuiltFault = (folder: string): string | null => {
  const { length } = sourcesBelow(folder);
  return length === 0 ? null : `This project has ${length === 1 ? 'a file' : `${length} files`} of the pages as its own, but has not built them: those of the package are served.`;
};
