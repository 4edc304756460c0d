import fs from 'node:fs';

/** Calls `react` once for each burst of changes below the folders; never while it is still at work. */
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
  return folders.map((folder) => fs.watch(folder, { recursive: true }, note));
};
