import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Every file below a folder by its path from there, with slashes on every system; none where the folder is not there. */
export const filesBelow = (folder: string): string[] => {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')).sort();
};
