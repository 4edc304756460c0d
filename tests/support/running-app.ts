import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { scratchDirectory } from './scratch';
import { unlimited } from './unlimited';

const root = path.resolve(__dirname, '..', '..');

/** The built product in a process of its own, as `npm start` runs it. */
export interface RunningApp {
  url: string;
  portal: string;
  /** Database and files. */
  dataDirectory: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** A port that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : void child.once('exit', () => resolve())));

/** Starts a script of the project and resolves when it has printed `sign`. */
export const startScript = (script: string, environment: Record<string, string>, sign: RegExp): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    // As `npm start` sets it (scripts/environment.mjs).
    const child = spawn(process.execPath, ['--min-semi-space-size=16', path.join(root, script)], { cwd: root, env: { ...process.env, NODE_OPTIONS: '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (sign.test(output)) resolve(child);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}:\n${output.slice(-3000)}`)));
  });

/** A folder of its own, with a copy of the demo company where `npm test` has written one. */
export const demoDirectory = (): string => {
  const directory = scratchDirectory('demo');
  if (process.env.PORTAL_TEST_DEMO) cpSync(process.env.PORTAL_TEST_DEMO, directory, { recursive: true });
  return directory;
};

/** Starts the product with demo content; `environment` overrides what it would choose. */
export const startApp = async (environment: Record<string, string> = {}): Promise<RunningApp> => {
  const dataDirectory = environment.PORTAL_DATA_DIR ?? demoDirectory();
  const port = environment.PORT ?? String(await freePort());
  const rates = unlimited;
  const own = { PORT: port, PUBLIC_URL: `http://localhost:${port}`, PORTAL_DATA_DIR: dataDirectory, NODE_ENV: 'demo', DATABASE_CLIENT: 'sqlite' };
  const child = await startScript('scripts/run-app.mjs', { ...own, ...rates, ...environment }, /^ready$/m);
  const url = `http://localhost:${port}`;
  return {
    url,
    portal: `${url}/support`,
    dataDirectory,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};
