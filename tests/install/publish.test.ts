import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dependOnPortal, dependenciesOf, generate, portal, start, unpackPortal } from '../support/generated-project';
import { installPackages } from '../support/host-packages';
import { PortalClient } from '../support/portal-client';

/** The way of docs/THEME.md, in a project that Strapi's generator has just made, with the package as npm would get it. */
jest.setTimeout(600_000);

const header = 'src/components/page-header/PageHeader.astro';
/** What a project installs to build pages. */
const builders = ['astro', '@astrojs/node', 'socket.io-client'];
let place: string;
let project: string;
let installed: string;

beforeAll(async () => {
  place = mkdtempSync(path.join(os.tmpdir(), 'portal-publish-'));
  project = await generate(place, 'paula', ['--ts', '--dbclient', 'sqlite', '--dbfile', '.tmp/data.db']);
  installPackages(place, [...dependenciesOf(project), ...builders]);
  installed = await unpackPortal(place);
  dependOnPortal(project);
  expect(await portal(project, 'install', '--yes')).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const change = (file: string, from: string, to: string): void => {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
};
const own = (file: string): string => path.join(project, 'portal-site', file);
const ours = (file: string): string => path.join(installed, 'dist', 'site-source', file);

/** The page of questions and answers, as whoever opens it finds it. */
const page = async (): Promise<string> => {
  const app = await start(project);
  try {
    return (await new PortalClient(app.portal).request('/support/faq')).html;
  } finally {
    await app.stop();
  }
};

test('Paula takes one component for her own, changes it, and her portal shows it; an update tells her changes from ours', async () => {
  expect(await portal(project, 'publish')).toMatchObject({ code: 0, output: expect.stringContaining('page-header') });
  expect(await portal(project, 'publish', '--all', '--dry-run')).toMatchObject({ code: 0, output: expect.stringMatching(/make \d+ files in portal-site\/src\/components/) });
  expect(await portal(project, 'publish', 'components/page-header', '--dry-run')).toMatchObject({ code: 0, output: expect.stringContaining('nothing was changed') });
  expect(existsSync(own(''))).toBe(false);
  expect(await portal(project, 'publish', 'components/page-header')).toMatchObject({ code: 0, output: expect.stringContaining(`make portal-site/${header}`) });
  expect(await portal(project, 'publish', 'components/page-header')).toMatchObject({ code: 0, output: expect.stringContaining('nothing to do') });

  change(own(header), '<h1 class:list', '<p>The words of Paula</p><h1 class:list');
  expect(await portal(project, 'build')).toMatchObject({ code: 0, output: expect.stringContaining('The pages for /support are built') });
  expect(await page()).toContain('<p>The words of Paula</p>');

  change(ours(header), '<h1 class:list', '<h1 data-new class:list');
  expect(await portal(project, 'publish', '--status')).toMatchObject({ code: 1, output: expect.stringContaining('both changed') });
  expect(await portal(project, 'publish', '--update')).toMatchObject({ code: 1, output: expect.stringContaining('PageHeader.new.astro') });
  expect(readFileSync(own(header), 'utf8')).toContain('The words of Paula');
  expect(readFileSync(own('src/components/page-header/PageHeader.new.astro'), 'utf8')).toBe(readFileSync(ours(header), 'utf8'));

  change(ours(header), 'title: string;', 'heading: string;');
  const refused = await portal(project, 'build');
  expect([refused.code, refused.output]).toEqual([1, expect.stringMatching(/PageHeader\.astro no longer fits[^]*title: string;[^]*heading: string;[^]*Nothing was built/)]);
  change(ours(header), 'heading: string;', 'title: string;');
  rmSync(own('src/components/page-header/PageHeader.new.astro'));

  change(own(header), '</header>', '</heading');
  const broken = await portal(project, 'build', '--url', '/support');
  expect([broken.code, broken.output]).toEqual([1, expect.stringContaining(`look at portal-site/${header}`)]);
  expect(await portal(project, 'doctor', '--only', 'site')).toMatchObject({ code: 0, output: expect.stringContaining(`built before ${header} changed`) });

  expect(await portal(project, 'uninstall', '--yes')).toMatchObject({ code: 0, output: expect.stringContaining('stay in portal-site/') });
  expect([existsSync(own(header)), existsSync(own('dist/server/entry.mjs'))]).toEqual([true, true]);
});

test('whoever reads the documents in the package finds each page to which they lead', () => {
  const documents = path.join(installed, 'docs');
  const links = readdirSync(documents).flatMap((file) => [...readFileSync(path.join(documents, file), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '').matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, target = '']) => target));
  expect(links.length).toBeGreaterThan(20);
  expect(readFileSync(path.join(documents, 'ARTICLES.md'), 'utf8')).toContain('![The set screw](pictures/set-screw.png)');
  expect(links.filter((target) => !existsSync(path.join(documents, target)))).toEqual([]);
});
