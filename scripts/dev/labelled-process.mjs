import { spawn } from 'node:child_process';
import readline from 'node:readline';
import { childEnvironment } from '../environment.mjs';

const colours = { strapi: 36, plugin: 35, site: 32, dev: 33 };
const width = Math.max(...Object.keys(colours).map((name) => name.length));

/** Prints a line with the name of its source before it. */
export const say = (name, line) => {
  const label = name.padEnd(width);
  console.log(`${process.stdout.isTTY ? `\u001b[${colours[name] ?? 0}m${label}\u001b[0m` : label} | ${line}`);
};

/** Starts a command whose every line is printed under `name`, and given to `onLine`. */
export const startLabelled = (name, command, args, { cwd, onLine = () => {} }) => {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const child = spawn(command, args, { cwd, env: childEnvironment(colour), stdio: ['ignore', 'pipe', 'pipe'] });
  const read = (line) => {
    if (line.trim() === '') return;
    say(name, line);
    onLine(line);
  };
  for (const stream of [child.stdout, child.stderr]) readline.createInterface({ input: stream }).on('line', read);
  child.once('error', (error) => say(name, `could not be started: ${error.message}`));
  return child;
};
