import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileErrors } from '../support/compiled-examples';
import { commands, examples } from '../architecture/documented-commands';
import { curlAt } from '../support/curl';
import { freePort } from '../support/running-app';
import { scratchDirectory } from '../support/scratch';

jest.setTimeout(240_000);
const root = path.resolve(__dirname, '..', '..');
const directory = scratchDirectory('commands');
let port: number;

beforeAll(async () => {
  port = await freePort();
  if (process.env.PORTAL_TEST_DEMO) cpSync(process.env.PORTAL_TEST_DEMO, directory, { recursive: true });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  said: string;
}
interface Command {
  process: ChildProcess;
  /** Resolves with all that was said, once it has said this. */
  says(sign: RegExp): Promise<string>;
  ends(): Promise<Ended>;
}

/** What somebody types, with data and a port of this test. */
const type = (args: string[], environment: Record<string, string> = {}): Command => {
  const own = { NODE_ENV: 'demo', NODE_OPTIONS: '', DATABASE_CLIENT: 'sqlite', PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, PORTAL_DATA_DIR: directory };
  const child = spawn('npm', args, { cwd: root, env: { ...process.env, ...own, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const waiting: (() => void)[] = [];
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, said })));
  return {
    process: child,
    says: (sign) =>
      new Promise((resolve, reject) => {
        waiting.push(() => void (sign.test(said) && resolve(said)));
        void ended.then(({ code }) => reject(new Error(`npm ${args.join(' ')} ended with ${code}:\n${said.slice(-3000)}`)));
      }),
    ends: () => ended,
  };
};
const stop = async ({ process: child, ends }: Command): Promise<void> => {
  child.kill('SIGTERM');
  await ends();
};
const statusOf = async (place: string): Promise<number> => (await fetch(`http://localhost:${port}${place}`)).status;

test('npm run build has nothing left to do', async () => {
  const { code, said } = await type(['run', 'build']).ends();
  expect([code, said]).toEqual([0, expect.stringContaining('Everything is built')]);
});

test('npm start prints where everything is, and it is there', async () => {
  const start = type(['start']);
  const said = await start.says(/Stop with Ctrl\+C/);
  for (const place of ['/support', '/admin', '/support/_mailbox']) {
    expect(said).toContain(`http://localhost:${port}${place}`);
    expect([place, await statusOf(place)]).toEqual([place, 200]);
  }
  expect(said).toMatch(/Portal-demo-2026[\s\S]*cora@example\.com/);
  await stop(start);
});

test('the walk through the demo in API.md sends a request and reads it', async () => {
  const start = type(['start']);
  await start.says(/Stop with Ctrl\+C/);
  const curl = curlAt(`http://localhost:${port}`);
  const lines = commands().filter(({ place, command }) => place.startsWith('docs/API.md') && command.startsWith('curl '));
  const answers = [];
  for (const { command } of lines) answers.push(await curl(command));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 201, 200]);
  expect(answers.at(-1)?.body.data).toEqual(expect.arrayContaining([expect.objectContaining({ subject: 'A part for the mast' })]));
  await stop(start);
});

test('the index, the figures and the demo content can be made anew on the same data', async () => {
  for (const [script, sign, command] of [['seed', 'is there already'], ['search:rebuild', 'can be found, in en'], ['figures:rebuild', '0 sums were mended'], ['portal', 'Nothing to do', 'migrate']] as const) {
    const { code, said } = await type(['run', script, ...(command ? ['--', command] : [])]).ends();
    expect([script, code, said]).toEqual([script, 0, expect.stringContaining(sign)]);
  }
});

test('a folder of articles is looked at, then taken over', async () => {
  const folder = path.join(directory, 'articles');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'a.md'), '---\ntitle: How a boat is moored\nslug: how-a-boat-is-moored\n---\nWith a rope.\n');
  for (const [more, sign] of [[['--dry-run'], '1 would be created'], [[], '1 created']] as const) {
    const { code, said } = await type(['run', 'import:articles', '--', folder, ...more]).ends();
    expect([code, said]).toEqual([0, expect.stringContaining(sign)]);
  }
});

test('npm run serve names the secrets that are missing, and serves once they are there', async () => {
  const names = ['APP_KEYS', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'];
  const none = Object.fromEntries(names.map((name) => [name, '']));
  const refused = await type(['run', 'serve'], none).ends();
  expect(refused.code).not.toBe(0);
  for (const name of names) expect(refused.said).toContain(name);

  const serve = type(['run', 'serve'], { ...Object.fromEntries(names.map((name) => [name, `${name} of a deployment of one test`])), PORTAL_MAIL: 'email', SMTP_HOST: '127.0.0.1', HOST: '127.0.0.1' });
  await serve.says(/Stop with Ctrl\+C/);
  expect([await statusOf('/support'), await statusOf('/support/_mailbox')]).toEqual([200, 404]);
  await stop(serve);
});

test('every example in the documents compiles', () => {
  const shown = examples().filter(({ language }) => ['ts', 'js', 'tsx'].includes(language));
  expect(shown.length).toBeGreaterThan(2);
  expect(compileErrors(shown)).toEqual([]);
});
