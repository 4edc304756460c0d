import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment, root } from '../environment.mjs';
import { ensureInstalled } from './installed-packages.mjs';
import { giveUp } from '../progress.mjs';
import { whenParentIsGone } from './parent-gone.mjs';

const description = path.join(root, 'node_modules', 'node', 'package.json');
// Without it, as in a deployment without development packages, the machine's Node has to do.
const wantedVersion = () => (fs.existsSync(description) ? `v${JSON.parse(fs.readFileSync(description, 'utf8')).version}` : process.version);
const projectNode = () => path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Runs `file` again under the project's Node, passes signals on, and ends with its exit code. */
const runAgain = (file, flags, environment) =>
  new Promise(() => {
    const child = spawn(projectNode(), [...flags, file, ...process.argv.slice(2)], { cwd: root, env: childEnvironment(environment), stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    whenParentIsGone(() => child.kill('SIGTERM'));
    child.once('error', (error) => giveUp(`Node ${wantedVersion()} of this project could not be started: ${error.message}. Run "npm ci" and start again.`));
    child.once('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  });

/**
 * First line of every command: installs what is missing, then goes on only under the Node version that
 * this project pins (the machine's may be older than Astro and better-sqlite3 need). Under any other
 * version, or without `flags` and `environment`, it runs the same file again and never returns. Needs Node 18 and no package.
 */
export const prepare = async (moduleUrl, flags = [], environment = {}) => {
  process.chdir(root);
  if (Number(process.versions.node.split('.')[0]) < 18) giveUp(`Node ${process.version} is too old to start with. Install Node 18 or newer; the project brings the version it runs on.`);
  await ensureInstalled();
  const isReady = process.version === wantedVersion() && flags.every((flag) => process.execArgv.includes(flag)) && Object.keys(environment).every((name) => name in process.env);
  if (!isReady) await runAgain(fileURLToPath(moduleUrl), flags, environment);
};
