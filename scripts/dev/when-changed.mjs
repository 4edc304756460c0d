import fs from 'node:fs';
import path from 'node:path';

/** Watches a folder and all below it, those that are made later as well. `note` is called at each change. */
const watchFolders = (top, note) => {
  const watchers = new Map();
  const forget = (folder) => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  /** What is there now, under the number by which the system knows it: one that was removed and made again has another. */
  const found = (folder) => {
    const { ino, isFolder } = { ino: 0, isFolder: false, ...folderOf(folder) };
    if (!isFolder) return forget(folder);
    if (watchers.get(folder)?.ino === ino) return;
    forget(folder);
    try {
      const watcher = fs.watch(folder, (_kind, name) => {
        note();
        if (name) found(path.join(folder, name));
      });
      watcher.on('error', () => forget(folder));
      watchers.set(folder, { ino, watcher });
      for (const entry of fs.readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) found(path.join(folder, entry.name));
    } catch {
      // Gone between looking and watching.
      forget(folder);
    }
  };
  found(top);
};

const folderOf = (place) => {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  return stat ? { ino: stat.ino, isFolder: stat.isDirectory() } : {};
};

/**
 * Calls `react` once for each burst of changes below the folders; never while it is still at work. Folders are watched
 * and not files: editors and git put a new file in the place of the old one, whose own watch then sees nothing any more.
 */
export const whenChanged = (folders, react, quietMs = 300) => {
  let timer = null;
  let busy = false;
  let again = false;
  const run = async () => {
    if (busy) return void (again = true);
    busy = true;
    await react();
    busy = false;
    if (again) {
      again = false;
      await run();
    }
  };
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(run, quietMs);
  };
  for (const folder of folders) watchFolders(folder, note);
};
