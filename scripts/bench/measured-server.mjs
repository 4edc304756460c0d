import { fork } from 'node:child_process';
import path from 'node:path';
import { childEnvironment, root, servingEnvironment, servingFlags } from '../environment.mjs';

/** Waits until a process says that it is ready; `ask` puts a question to it. `name` is for what it says when it ends. */
export const askable = async (child, name) => {
  const waiting = new Map();
  let last = 0;
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended (exit ${code}).`)));
    child.on('message', ({ ready, id, answer, error }) => {
      if (ready) return resolve();
      const { resolve: give, reject: fail } = waiting.get(id);
      waiting.delete(id);
      if (error) fail(new Error(error));
      else give(answer);
    });
  });
  return {
    ask: (ask, value) =>
      new Promise((resolve, reject) => {
        waiting.set((last += 1), { resolve, reject });
        child.send({ id: last, ask, value });
      }),
  };
};

/** A load comes from one address and does in seconds what people do in weeks. */
const unlimited = {
  PORTAL_TICKETS_PER_DAY: '1000',
  PORTAL_SEARCHES_PER_MINUTE: '1000000',
  PORTAL_ADDRESS_LIMITS: JSON.stringify(Object.fromEntries(['signInsPerHour', 'registrationsPerHour', 'confirmationsPerHour', 'resetsPerHour', 'searchesPerMinute', 'changesPerHour'].map((name) => [name, 1_000_000]))),
};

/** For a closer look, as `MORE_FLAGS='--trace-gc' npm run bench -- 1000`; a profile is `NODE_OPTIONS='--cpu-prof'`. */
const moreFlags = (process.env.MORE_FLAGS ?? '').split(' ').filter(Boolean);

/** Starts the measured process on `port` with the data in `dataDirectory`, and what `more` adds to its environment. */
export const startMeasuredServer = async (dataDirectory, port, more = {}) => {
  const began = Date.now();
  const env = childEnvironment({ NODE_ENV: 'demo', PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, PORTAL_DATA_DIR: dataDirectory, PORTAL_BENCH: '1', ...unlimited, DATABASE_CLIENT: 'sqlite', ...servingEnvironment, ...more });
  const child = fork(path.join(root, 'scripts', 'bench', 'server.mjs'), { env, cwd: root, execArgv: [...servingFlags, ...moreFlags] });
  const { ask } = await askable(child, 'The measured server');
  return {
    origin: `http://127.0.0.1:${port}`,
    startedIn: Date.now() - began,
    ask,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
};
