import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { files, read, root } from './sources';

const documents = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...files.filter((file) => file.startsWith('docs/') && file.endsWith('.md'))];
/** Where a path in a document may begin: those that speak of one part leave its folder out. */
const starts = ['', 'plugin', 'plugin/server/src', 'site', 'site/src', 'docs'];
const exists = (...parts: string[]): boolean => existsSync(path.join(root, ...parts));
const prose = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** The names by which GitHub links to the headings of a text. */
const headingsOf = (text: string): string[] => [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));

/** Paths in backticks: with a slash inside, and an ending or a first folder that is one of ours. Generated folders are not there yet. */
const pathsIn = (text: string): string[] =>
  [...prose(text).matchAll(/`([\w.[\]-]+(?:\/[\w.*[\]-]+)*\/?)`/g)]
    .map(([, inside]) => inside!)
    .filter((inside) => inside.includes('/') && !/^(data|dist)\//.test(inside))
    .filter((inside) => /\.(ts|tsx|mjs|cjs|astro|css|md|json)$/.test(inside) || starts.some((start) => exists(start, inside.split('/')[0]!)));

// A suite is listed before it is written.
const isSuite = (inside: string): boolean => inside.startsWith('tests/') && read('tests/jest.config.cjs').includes(`'${inside.slice('tests/'.length)}'`);

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('links only to what is there', () => {
    const links = [...prose(text).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !exists(path.dirname(document), link))).toEqual([]);
  });

  test('links to headings that are there', () => {
    const links = [...prose(text).matchAll(/\]\(([\w./-]*)#([^)\s]+)\)/g)].filter(([, page]) => page === '' || page!.endsWith('.md'));
    expect(links.filter(([, page, heading]) => !headingsOf(page === '' ? text : read(path.join(path.dirname(document), page!))).includes(heading!)).map(([link]) => link)).toEqual([]);
  });

  test('names only files and folders that are there', () => {
    expect(pathsIn(text).filter((inside) => !isSuite(inside) && !starts.some((start) => exists(start, inside.replace(/\/\*.*$/, ''))))).toEqual([]);
  });
});

test('the documents name files at all, so that the tests above look at something', () => {
  expect(documents.flatMap((document) => pathsIn(read(document))).length).toBeGreaterThan(25);
});

test('each folder in the picture of the house is there', () => {
  const [picture] = /^```\n[\s\S]*?^```/m.exec(read('docs/ARCHITECTURE.md')) ?? [''];
  const named: string[] = [];
  let top = '';
  for (const [, indent, folder] of picture.matchAll(/^( *)([\w/]+)\/ +/gm)) {
    if (indent === '') top = folder!;
    named.push(indent === '' ? folder! : `${top}/${folder!}`);
  }
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((folder) => !exists(folder))).toEqual([]);
});

/** What the host application reads from the environment. */
const variables = files.filter((file) => file.startsWith('config/')).flatMap((file) => [...read(file).matchAll(/env(?:\.\w+)?\('(\w+)'|process\.env\.(\w+)/g)].map(([, one, other]) => one ?? other!));

test('docs/OPERATING.md says of every secret what ends when it is changed', () => {
  const secrets = variables.filter((name) => /(SECRETS?|_PASSWORD|SALT|_KEYS?|KEY_ID)$/.test(name));
  expect(secrets.length).toBeGreaterThan(15);
  expect([...new Set(secrets)].filter((name) => !read('docs/OPERATING.md').includes(`\`${name}\``))).toEqual([]);
});

describe('docs/CONFIGURATION.md', () => {
  const text = read('docs/CONFIGURATION.md');

  test('says what the code says: npm run docs would change nothing', () => {
    const looked = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    expect(looked.stderr).toBe('');
    expect(looked.stdout).toBe('docs/CONFIGURATION.md says what the code says.\n');
  });

  test('names every variable that the host application reads', () => {
    expect(variables.length).toBeGreaterThan(20);
    expect([...new Set(variables)].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

test('what the guides tell to press stands on the screen', () => {
  const words = [read('plugin/admin/src/translations/en.json'), ...files.filter((file) => /^(site\/src\/i18n\/en|plugin\/admin\/src)\/.*\.tsx?$/.test(file)).map(read)].join('\n');
  // Strapi's own, and the form in which a button names what it goes back to.
  const others = ['Settings', 'Use the default'];
  const guides = files.filter((file) => file.startsWith('docs/guides/') && file.endsWith('.md'));
  const told = guides.flatMap((file) => [...read(file).matchAll(/(?<![*\w])\*([^*\n]+)\*(?!\*)/g)].flatMap(([, path]) => path!.split(' → ')).map((label) => ({ file, label })));
  expect(told.length).toBeGreaterThan(20);
  expect(told.filter(({ label }) => !others.includes(label) && ![`"${label}"`, `'${label}'`, `'${label}:`].some((word) => words.includes(word)))).toEqual([]);
});
