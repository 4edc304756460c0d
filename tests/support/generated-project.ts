import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort, type RunningApp } from './running-app';

const root = path.resolve(__dirname, '..', '..');
export const ownPackage = 'strapi-plugin-customer-portal';

/** What a program of the project is told: nothing of what our own tests run with. */
const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, HOME: process.env.HOME, STRAPI_TELEMETRY_DISABLED: 'true', ...more });

interface Ran {
  code: number;
  output: string;
}
const run = async (file: string, words: string[], cwd: string): Promise<Ran> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, ...words], { cwd, env: environment(), maxBuffer: 10_000_000 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
};

/** Has Strapi's own generator make a project below `place`, whose node_modules it will use; answers its folder. */
export const generate = async (place: string, name: string, flags: string[]): Promise<string> => {
  const generator = path.join(root, 'node_modules', 'create-strapi-app', 'bin', 'index.js');
  const { code, output } = await run(generator, [name, '--non-interactive', '--skip-cloud', '--no-run', '--no-install', '--no-example', '--no-git-init', ...flags], place);
  if (code !== 0) throw new Error(`The generator ended with ${code}:\n${output}`);
  return path.join(place, name);
};

/** Names of what the project depends on, for building and running. */
export const dependenciesOf = (project: string): string[] => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>;
  return Object.keys({ ...dependencies, ...devDependencies });
};

/** Packs the plugin as npm would get it, and unpacks it where the projects below `place` find it; answers its folder. */
export const unpackPortal = async (place: string): Promise<string> => {
  const { packPlugin } = (await import(path.join(root, 'scripts', 'package', 'pack.mjs'))) as { packPlugin(folder: string): Promise<{ file: string }> };
  const { file } = await packPlugin(path.join(place, 'packed'));
  const unpacked = path.join(place, 'node_modules', ownPackage);
  mkdirSync(unpacked, { recursive: true });
  execFileSync('tar', ['-xzf', file, '-C', unpacked, '--strip-components=1']);
  return unpacked;
};

/** What `npm install strapi-plugin-customer-portal` writes into package.json. */
export const dependOnPortal = (project: string): void => {
  const file = path.join(project, 'package.json');
  const described = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
  writeFileSync(file, JSON.stringify({ ...described, dependencies: { ...described.dependencies, [ownPackage]: '*' } }, null, 2));
};

/** `npx portal …` in the project. */
export const portal = (project: string, ...words: string[]): Promise<Ran> => run(path.join(project, '..', 'node_modules', ownPackage, 'bin', 'portal.mjs'), words, project);

const answers = async (address: string, child: ChildProcess, output: () => string): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Strapi ended with ${child.exitCode}:\n${output()}`);
    const status = await fetch(address).then((answer) => answer.status, () => null);
    if (status === 200) return;
    if (status !== null) throw new Error(`${address} answers ${status}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

/** What `npm run build` makes of a project's TypeScript; the panel, which it also builds, takes minutes. */
export const compile = async (project: string): Promise<void> => {
  const { code, output } = await run(path.join(project, '..', 'node_modules', 'typescript', 'bin', 'tsc'), ['-p', '.'], project);
  if (code !== 0) throw new Error(`The project does not compile:\n${output}`);
};

/** What `npm uninstall strapi-plugin-customer-portal` takes out of package.json. */
export const dependOnNoPortal = (project: string): void => {
  const file = path.join(project, 'package.json');
  const described = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
  const { [ownPackage]: _portal, ...dependencies } = described.dependencies;
  writeFileSync(file, JSON.stringify({ ...described, dependencies }, null, 2));
};

/** `npm run start` in the project; resolves when `sign` answers: its portal. */
export const start = async (project: string, sign = '/support'): Promise<RunningApp> => {
  const port = String(await freePort());
  const strapi = path.join(project, '..', 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
  const child = spawn(process.execPath, [strapi, 'start'], { cwd: project, env: environment({ PORT: port }), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const read = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const url = `http://localhost:${port}`;
  const app: RunningApp = {
    url,
    portal: `${url}/support`,
    dataDirectory: project,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
  await answers(`${url}${sign}`, child, () => output.slice(-4000)).catch(async (error: unknown) => {
    await app.stop();
    throw error;
  });
  return app;
};
