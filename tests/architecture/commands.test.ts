import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { commands, documents, examples, runners } from './documented-commands';
import ts from 'typescript';
import { config } from '../../plugin/server/src/config';
import { read, root } from './sources';

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

test('every command in the documents is run by a test', () => {
  expect(commands().length).toBeGreaterThan(10);
  expect(commands().filter(({ command }) => !(command in runners))).toEqual([]);
  const written = new Set(commands().map(({ command }) => command));
  expect(Object.keys(runners).filter((command) => !written.has(command))).toEqual([]);
});

test('what is said to run a command does', () => {
  const idle = Object.entries(runners).filter(([, runner]) => {
    if ('byHand' in runner) return runner.byHand === '';
    if (!existsSync(path.join(root, runner.file))) return true;
    const text = read(runner.file);
    return !text.includes(runner.sign) || ('test' in runner && !text.includes(runner.test));
  });
  expect(idle.map(([command]) => command)).toEqual([]);
});

test('the documents name only npm scripts that there are', () => {
  const named = documents.flatMap((file) => [...read(file).matchAll(/npm run ([\w:]*\w)/g)].map(([, script]) => `${file}: ${script}`));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((line) => !scripts.includes(line.split(': ')[1]!))).toEqual([]);
});

test('a suite that nobody knows is answered with those there are', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/test.mjs', 'nothing'], { cwd: root, encoding: 'utf8' });
  expect(status).toBe(1);
  const named = documents.flatMap((file) => [...read(file).matchAll(/npm test -- ([\w -]+?)(?= -- |`|\n)/g)].flatMap(([, suites]) => suites!.split(' ')));
  expect(named.length).toBeGreaterThan(3);
  for (const suite of named) expect(stderr).toContain(suite);
});

test('a secret is made by openssl', () => {
  expect(execFileSync('openssl', ['rand', '-base64', '32'], { encoding: 'utf8' }).trim()).toHaveLength(44);
});

/** As Strapi lays a configuration over the plugin's own. */
const over = (standard: unknown, given: unknown): unknown => {
  if (typeof standard !== 'object' || standard === null || Array.isArray(standard) || typeof given !== 'object' || given === null) return given ?? standard;
  const [one, other] = [standard as Record<string, unknown>, given as Record<string, unknown>];
  return Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, over(one[key], other[key])]));
};

test('the portal starts with each configuration in the documents', () => {
  const shown = examples().filter(({ language, text }) => language === 'ts' && text.startsWith('// config/plugins.ts'));
  expect(shown.length).toBeGreaterThan(0);
  for (const { place, text } of shown) {
    const written = { exports: {} as { default?: () => { portal: { config: object } } } };
    new Function('exports', ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } }).outputText)(written.exports);
    const given = written.exports.default?.().portal.config;
    expect([place, typeof given]).toEqual([place, 'object']);
    expect(() => config.validator(over(config.default, given))).not.toThrow();
  }
});
