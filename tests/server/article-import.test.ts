import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addLanguages } from '../../database/seeds/builders/articles';
import { portal } from '../../database/seeds/builders/services';
import { readArticle, titlesFound } from '../support/knowledge';
import { bootDesk, type Desk } from '../support/strapi';

jest.setTimeout(120_000);
interface Report {
  created: number;
  updated: number;
  unchanged: number;
  failed: { file: string; faults: string[] }[];
}
const demo = path.resolve(__dirname, '..', '..', 'database', 'seeds', 'demo-articles');
let desk: Desk;
let folder: string;
beforeAll(async () => {
  desk = await bootDesk();
  await addLanguages(desk.app);
  folder = mkdtempSync(path.join(os.tmpdir(), 'articles-'));
  cpSync(demo, folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk?.stop();
});

const run = (dryRun = false): Promise<Report> => portal<{ run(place: string, wish: object): Promise<Report> }>(desk.app, 'article-import').run(folder, { dryRun });
const count = (where: object = {}): Promise<number> => desk.app.db.query('plugin::portal.article').count({ where });

test('a dry run says what would happen and changes nothing', async () => {
  const { created, failed } = await run(true);
  expect(created).toBeGreaterThan(45);
  expect(failed).toEqual([]);
  expect([await count(), await desk.app.db.query('plugin::upload.file').count({}), await desk.app.db.query('plugin::portal.knowledge-category').count({})]).toEqual([0, 0, 0]);
});

test('the import takes articles, translations, categories and pictures over', async () => {
  const { created, updated, failed } = await run();
  expect([updated, failed]).toEqual([0, []]);
  await desk.settle();
  const lights = await readArticle(desk.visitor(), 'hub-lights');
  expect(lights).toMatchObject({ title: 'What the light on the Hub means', isFaq: true, category: { slug: 'connection' } });
  expect(lights?.alternates.map(({ language }) => language).sort()).toEqual(['ar', 'de', 'en']);
  const picture = /src="(\/uploads\/[^"]+)"/.exec(lights?.html ?? '')?.[1] ?? '';
  expect((await fetch(`${desk.url}${picture}`)).headers.get('content-type')).toBe('image/png');
  // Both languages show the same picture, which is kept once.
  expect(await desk.app.db.query('plugin::upload.file').count({})).toBe(1);
  expect(await readArticle(desk.visitor(), 'hub-lights', 'de')).toMatchObject({ title: 'Was das Licht am Hub bedeutet', category: { name: 'Hub und Verbindung' } });
  expect(await readArticle(desk.visitor(), 'monthly-summary')).toBeUndefined();
  expect((await titlesFound(desk.visitor(), 'wind cups screw will not turn'))[0]).toBe('Change the wind cups (P-110)');
  expect((await titlesFound(desk.visitor(), 'Alarm ohne Ton', 'de'))[0]).toBe('Alarme kommen ohne Ton oder gar nicht');
  expect(created).toBe(await count({ publishedAt: null }));
});

test('once more, and nothing is changed', async () => {
  expect(await run()).toMatchObject({ created: 0, updated: 0, failed: [] });
});

test('what changed in a file changes, and the rest stays', async () => {
  const file = path.join(folder, 'en', 'customs.md');
  writeFileSync(file, '---\ntitle: Customs, newly told\nslug: customs\ncategory: orders\n---\nAsk the customs officer about marzipan.\n');
  expect(await run()).toMatchObject({ created: 0, updated: 1, failed: [] });
  expect((await readArticle(desk.visitor(), 'customs'))?.html).toContain('marzipan');
});

test('files that cannot be taken are told, and the others are imported', async () => {
  writeFileSync(path.join(folder, 'broken.md'), 'No front matter.');
  writeFileSync(path.join(folder, 'lost.md'), '---\ntitle: Lost\nslug: lost\ncategory: nowhere\n---\nx');
  writeFileSync(path.join(folder, 'klingon.md'), '---\ntitle: Klingon\nslug: klingon\nlanguage: tlh\n---\nx');
  writeFileSync(path.join(folder, 'thief.md'), '---\ntitle: Thief\nslug: thief\n---\n![x](../../../../../etc/passwd)');
  writeFileSync(path.join(folder, 'script.md'), '---\ntitle: "<script>alert(1)</script>"\nslug: script\n---\n<script>alert(1)</script>[x](javascript:alert(1))');
  writeFileSync(path.join(folder, 'good.md'), '---\ntitle: Good\nslug: good\n---\nFine.');
  const { created, failed } = await run();
  expect(failed.map(({ file }) => file).sort()).toEqual(['broken.md', 'klingon.md', 'lost.md', 'thief.md']);
  expect(created).toBe(2);
  expect((await readArticle(desk.visitor(), 'good'))?.html).toBe('<p>Fine.</p>');
  const script = await readArticle(desk.visitor(), 'script');
  expect(script?.html).not.toMatch(/<script|javascript:/);
  expect(await readArticle(desk.visitor(), 'thief')).toBeUndefined();
});

test('an article that authors changed by hand is overwritten only by its own file', async () => {
  const before = await count();
  writeFileSync(path.join(folder, 'second.md'), '---\ntitle: Second\nslug: second-one\npublish: false\n---\nx');
  await run();
  expect(await count()).toBe(before + 1);
  expect(await readArticle(desk.visitor(), 'second-one')).toBeUndefined();
});
