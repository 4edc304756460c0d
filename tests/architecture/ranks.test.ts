import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { importsOf, told, type Import } from './imports';
import { codeOf, read, root, under } from './sources';

const server = 'plugin/server/src/';
const contracts = 'plugin/contracts/';

/** Domain and rank, as docs/ARCHITECTURE.md has them: the one place where they stand. */
const table = [...read('docs/ARCHITECTURE.md').matchAll(/^\| (\d) \| `([\w-]+)` \|/gm)].map(([, rank, domain]) => ({ domain: domain!, rank: Number(rank) }));
const rankOf = new Map(table.map(({ domain, rank }) => [domain, rank]));
const domainOf = (file: string): string => file.slice(server.length).split('/')[0]!;
const all = (start: string): Import[] => under(start).flatMap(importsOf);

test('the table of ranks names every domain, lowest first, and the plugin is put together in that order', () => {
  const folders = readdirSync(path.join(root, server)).filter((name) => statSync(path.join(root, server, name)).isDirectory());
  expect(table.map(({ domain }) => domain).sort()).toEqual(folders.sort());
  expect(table.map(({ rank }) => rank)).toEqual(table.map(({ rank }) => rank).sort());
  const named = /domains = \{ ([^}]*) \}/.exec(read(`${server}domains.ts`))?.[1]?.split(', ');
  expect(named).toEqual(table.map(({ domain }) => domain.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())));
});

describe('on the server', () => {
  const above = ['index.ts', 'domains.ts'].map((file) => `${server}${file}`);
  const ours = all(server).filter(({ file, target }) => target !== null && !above.includes(file));

  test('a domain imports only itself and domains of a lower rank', () => {
    const upward = ours.filter(({ file, target }) => {
      const [from, to] = [domainOf(file), domainOf(target!)];
      return target!.startsWith(server) && from !== to && !(rankOf.get(to)! < rankOf.get(from)!);
    });
    expect(upward.map(told)).toEqual([]);
  });

  test('nothing else of ours is imported but the contracts', () => {
    expect(ours.filter(({ target }) => !target!.startsWith(server) && !target!.startsWith(contracts)).map(told)).toEqual([]);
  });

  test('controllers ask services: they do not touch the database', () => {
    const files = under(server).filter((file) => file.includes('/controllers/'));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => /\.db\b|getConnection|\/rows'/.test(codeOf(file).replace(/import type .*/g, '')))).toEqual([]);
  });
});

test('contracts stand on zod and on each other; of Node they know types at most', () => {
  const types = (file: string): string[] => [...codeOf(file).matchAll(/^import type .* from '(node:[\w/]+)';$/gm)].map(([, name]) => name!);
  const foreign = all(contracts).filter(({ file, name, target }) => (target === null ? name !== 'zod' && !types(file).includes(name) : !target.startsWith(contracts)));
  expect(foreign.map(told)).toEqual([]);
});

test.each([
  ['the site', 'site/'],
  ['the admin', 'plugin/admin/'],
  ['the command line', 'plugin/cli/'],
  ['seeds', 'database/'],
])('%s knows the plugin by its contracts only', (_name, folder) => {
  const imports = all(folder);
  expect(imports.length).toBeGreaterThan(5);
  expect(imports.filter(({ target }) => target !== null && !target.startsWith(folder) && !target.startsWith(contracts)).map(told)).toEqual([]);
  expect(imports.filter(({ name }) => name.startsWith('strapi-plugin-customer-portal')).map(told)).toEqual([]);
});

test('the site asks Strapi over its API and imports none of it', () => {
  expect(all('site/').filter(({ name }) => /^(@strapi|koa)\b/.test(name)).map(told)).toEqual([]);
});
