import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Which of some keys have a row that says that their bytes are here. */
export type Known = (keys: string[]) => Promise<ReadonlySet<string>>;

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
/** The bytes of a file that is just being written are as young as it is. */
const isOlder = (file: string, moment: Date): Promise<boolean> => stat(file).then(({ mtime }) => mtime < moment, () => false);
const keyOf = (name: string): string => name.replace(/\.part$/, '');

/** Removes from a store of `fileStore` what was written before a moment and no row names, half-written files too; answers how many. */
export const forgetLeftBehind = async (directory: string, known: Known, before: Date): Promise<number> => {
  let count = 0;
  // Each folder has the first two letters of what is in it; other folders are not the store's.
  for (const folder of (await namesIn(directory)).filter((name) => /^[\w-]{2}$/.test(name))) {
    const names = (await namesIn(path.join(directory, folder))).filter((name) => name.startsWith(folder));
    const named = await known([...new Set(names.map(keyOf))]);
    for (const name of names.filter((each) => each.endsWith('.part') || !named.has(each))) {
      const file = path.join(directory, folder, name);
      if (!(await isOlder(file, before))) continue;
      await rm(file, { force: true });
      count += 1;
    }
  }
  return count;
};

/** The same for folders in which an archive was collected: `work-<key>`. */
export const forgetWork = async (directory: string, known: Known, before: Date): Promise<number> => {
  const keys = (await namesIn(directory)).filter((name) => name.startsWith('work-')).map((name) => name.slice('work-'.length));
  const named = await known(keys);
  let count = 0;
  for (const key of keys.filter((each) => !named.has(each))) {
    const folder = path.join(directory, `work-${key}`);
    if (!(await isOlder(folder, before))) continue;
    await rm(folder, { recursive: true, force: true });
    count += 1;
  }
  return count;
};
