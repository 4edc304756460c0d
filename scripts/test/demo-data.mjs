import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../app/free-port.mjs';
import { childEnvironment, root } from '../environment.mjs';

/**
 * Writes the demo company once, for journeys that each begin with a copy of it: writing it takes longer than
 * some of them. Answers the folder, in `scratch`; null where it could not be written, and then each journey
 * writes its own and says what is wrong.
 */
export const writeDemoData = async (scratch) => {
  const directory = path.join(scratch, 'demo');
  const port = String(await freePort());
  const env = childEnvironment({ NODE_ENV: 'demo', PORT: port, PUBLIC_URL: `http://localhost:${port}`, PORTAL_DATA_DIR: directory, DATABASE_CLIENT: 'sqlite' });
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'run-app.mjs')], { cwd: root, env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const isReady = await new Promise((resolve) => child.once('message', () => resolve(true)).once('exit', () => resolve(false)));
  if (!isReady) return null;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return directory;
};
