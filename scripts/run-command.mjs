import { spawn } from 'node:child_process';
import { childEnvironment, root } from './environment.mjs';

/** A command ended with something other than 0; `output` is all that it printed. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`"${command}" failed (exit ${code}).`);
    this.name = 'CommandFailed';
    this.output = output;
  }
}

/**
 * Runs a command of this project quietly and resolves with what it printed. When it fails, the whole
 * output is in the error: a build that works needs no reading, one that does not needs all of it.
 */
export const runCommand = (command, args, { cwd = root, env = {} } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: childEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => reject(new CommandFailed([command, ...args].join(' '), error.code, error.message)));
    child.once('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString();
      if (code === 0) resolve(output);
      else reject(new CommandFailed([command, ...args].join(' '), code ?? signal, output));
    });
  });
