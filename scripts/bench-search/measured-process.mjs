import { fork } from 'node:child_process';
import path from 'node:path';
import { childEnvironment, root } from '../environment.mjs';

/**
 * Starts a process with the built product on a database (`environment` says which); `ask(task, value)` has
 * it do one of the tasks of process.mjs. No port is opened.
 */
export const startProcess = async (environment) => {
  const env = childEnvironment({ NODE_ENV: 'demo', PORTAL_MAIL: 'mailbox', ...environment });
  const child = fork(path.join(root, 'scripts', 'bench-search', 'process.mjs'), { env, cwd: root, execArgv: ['--expose-gc'] });
  const waiting = new Map();
  let last = 0;
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The measured process ended (exit ${code}).`)));
    child.on('message', ({ ready, id, answer, error }) => {
      if (ready) return resolve();
      const { resolve: give, reject: fail } = waiting.get(id);
      waiting.delete(id);
      return error ? fail(new Error(error)) : give(answer);
    });
  });
  return {
    ask: (task, value) =>
      new Promise((resolve, reject) => {
        waiting.set((last += 1), { resolve, reject });
        child.send({ id: last, task, value });
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
};
