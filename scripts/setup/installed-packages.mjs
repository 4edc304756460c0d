import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../environment.mjs';
import { giveUp, step } from '../progress.mjs';

const packagesOf = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;

/**
 * True when node_modules holds what package-lock.json names. Compared by content: times of files say
 * nothing after a checkout. npm leaves optional packages of other platforms out, and so does this; a
 * deployment may leave the development packages out (`npm ci --omit=dev`).
 */
export const isInstalled = () => {
  if (!fs.existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return false;
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf(path.join('node_modules', '.package-lock.json'));
  const differs = ([place, { version, optional, peer, dev, devOptional, link }]) =>
    place.includes('node_modules/') && !link && version !== present[place]?.version && !(present[place] === undefined && (optional || peer || ((dev || devOptional) && process.env.NODE_ENV === 'production')));
  return !Object.entries(wanted).some(differs);
};

/** npm's own script where npm started us: spawning `npm` by name needs a shell on Windows. */
const npm = (args) =>
  process.env.npm_execpath?.endsWith('.js') ? [process.execPath, [process.env.npm_execpath, ...args], false] : ['npm', args, process.platform === 'win32'];

const install = () =>
  new Promise((resolve) => {
    const [command, args, shell] = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    spawn(command, args, { cwd: root, shell, stdio: 'inherit' })
      .once('error', (error) => giveUp(`npm could not be started: ${error.message}. Install npm, or run "npm ci" yourself, and start again.`))
      .once('close', (code) => {
        if (code !== 0) giveUp(`npm could not install the packages (exit ${code}); its reason is above. Check the network and the free disk space (1.5 GB), and start again.`);
        resolve();
      });
  });

/** Installs exactly what package-lock.json names, unless it is there already. */
export const ensureInstalled = async () => {
  if (isInstalled()) return;
  await step('Installing the packages (1 to 3 minutes, once)', install);
};
