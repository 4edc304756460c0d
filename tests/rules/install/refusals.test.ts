import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Terminal } from '../../../plugin/cli/command';
import { main } from '../../../plugin/cli/main';

const root = path.resolve(__dirname, '..', '..', '..');
const own = { '@strapi/strapi': '5.54.0', 'strapi-plugin-customer-portal': '*' };
const places: string[] = [];
afterAll(() => places.forEach((place) => rmSync(place, { recursive: true, force: true })));

/** A folder with these files; `packages`: with the packages of this repository, or one of its own by name. */
const folder = (files: Record<string, string>, packages: 'ours' | Record<string, object> = 'ours'): string => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'portal-project-'));
  places.push(place);
  if (packages === 'ours') symlinkSync(path.join(root, 'node_modules'), path.join(place, 'node_modules'));
  const described = packages === 'ours' ? {} : Object.fromEntries(Object.entries(packages).map(([name, text]) => [`node_modules/${name}/package.json`, JSON.stringify(text)]));
  for (const [file, text] of Object.entries({ ...described, ...files })) {
    mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
    writeFileSync(path.join(place, file), text);
  }
  return place;
};
const project = (dependencies: Record<string, string>, files: Record<string, string> = {}): Record<string, string> => ({
  'package.json': JSON.stringify({ dependencies }),
  'config/plugins.js': 'module.exports = () => ({});\n',
  'config/server.js': 'module.exports = ({ env }) => ({});\n',
  ...files,
});

const call = async (place: string, ...words: string[]): Promise<{ code: number; said: string }> => {
  const said: string[] = [];
  const terminal: Terminal = { say: (text) => said.push(text), warn: (text) => said.push(text), isInteractive: false, ask: () => Promise.reject(new Error('Nobody is there to answer.')) };
  const code = await main(words, terminal, place);
  return { code, said: said.join('\n') };
};

test.each<[who: string, place: () => string, answer: RegExp]>([
  ['in a folder without a project', () => folder({}), /is no Strapi project/],
  ['in a project of something else', () => folder({ 'package.json': '{"dependencies":{"express":"5"}}' }), /is no Strapi project/],
  ['with Strapi 4', () => folder(project({ '@strapi/strapi': '4.25.0' }), { '@strapi/strapi': { version: '4.25.0' } }), /needs Strapi 5; this project has 4\.25\.0/],
  ['with a Strapi 5 that is too old', () => folder(project({ '@strapi/strapi': '5.20.0' }), { '@strapi/strapi': { version: '5.20.0' } }), /needs Strapi 5\.54 or newer; this project has 5\.20\.0/],
  ['before the packages are installed', () => folder(project(own), {}), /not installed\. Run "npm install"/],
  ['without the plugin among the dependencies', () => folder(project({ '@strapi/strapi': '5.54.0' })), /npm install strapi-plugin-customer-portal/],
  ['where another plugin has the name', () => folder(project(own, { 'config/plugins.js': "module.exports = { portal: { enabled: true, resolve: './src/plugins/gate' } };\n" })), /called "portal" already: \.\/src\/plugins\/gate/],
  ['where nobody can be asked', () => folder(project(own)), /Add --yes/],
])('whoever installs %s is told what to do, and nothing is changed', async (_who, place, answer) => {
  const there = place();
  const { code, said } = await call(there, 'install');
  expect([code, said]).toEqual([2, expect.stringMatching(answer)]);
  const plugins = path.join(there, 'config', 'plugins.js');
  if (/Add --yes/.test(said)) expect(readFileSync(plugins, 'utf8')).toBe('module.exports = () => ({});\n');
});

test('what cannot be changed safely is printed for whoever wrote it', async () => {
  const place = folder(project(own, { 'config/plugins.js': "module.exports = require('./elsewhere');\n", 'config/middlewares.js': "module.exports = ['strapi::errors', 'strapi::query'];\n" }));
  const { code, said } = await call(place, 'install', '--dry-run');
  expect(code).toBe(0);
  expect(said).toMatch(/To be added by yourself to config\/plugins\.js\..*\n\n {4}portal: \{\n {6}enabled: true,/);
  expect(said).toMatch(/To be added by yourself to config\/middlewares\.js\..*\n\n {4}'strapi::body',/);
  expect(said).toMatch(/nothing was changed/);
});

test('a slip of the pen is understood', async () => {
  const place = folder({});
  expect(await call(place, 'instal')).toEqual({ code: 2, said: 'There is no command "instal". Did you mean "install"? "portal --help" names all.' });
  expect((await call(place, 'install', '--dryrun')).said).toContain('has no option --dryrun. Did you mean "dry-run"?');
});
