import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../app/free-port.mjs';
import { childEnvironment, root, servingFlags } from '../environment.mjs';

/** Starts the built product with the demo content in `directory`, and answers once it serves. */
export const startDemo = async (directory) => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = childEnvironment({ PORT: String(port), PUBLIC_URL: url, PORTAL_DATA_DIR: directory, NODE_ENV: 'demo', DATABASE_CLIENT: 'sqlite', PORTAL_LIVE_CHAT: 'true' });
  const child = spawn(process.execPath, [...servingFlags, path.join(root, 'scripts', 'run-app.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => /^ready$/m.test(String(chunk)) && resolve());
    child.once('exit', (code) => reject(new Error(`The demo ended (exit ${code}).`)));
  });
  return {
    portal: `${url}/support`,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};
