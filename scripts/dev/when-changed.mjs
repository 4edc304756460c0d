import fs from 'node:fs';
import path from 'node:path';

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
  const watched = new Set();
  const watch = (folder) => {
    if (watched.has(folder) || !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    watched.add(folder);
    const watcher = fs.watch(folder, (_kind, name) => {
      clearTimeout(timer);
      timer = setTimeout(run, quietMs);
      if (name) watch(path.join(folder, name));
    });
    watcher.once('error', () => watched.delete(folder));
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) watch(path.join(folder, entry.name));
  };
  folders.forEach(watch);
};
