import path from 'node:path';
import { addLanguages } from './builders/articles';
import { portal } from './builders/services';
import type { App } from './builders/services';

interface Report {
  created: number;
  updated: number;
  unchanged: number;
  failed: { file: string; faults: string[] }[];
}
interface Services {
  'article-import': { run(folder: string, wish: { dryRun: boolean }): Promise<Report> };
  'article-counts': { forget(): void };
  events: { deliverDue(): Promise<void> };
}
const of = <Name extends keyof Services>(app: App, name: Name): Services[Name] => portal<Services[Name]>(app, name);

const words = {
  language: 'en',
  synonyms: ['sign in, log in, login', 'wifi, wi-fi, wlan, wireless', 'refund, money back', 'parcel, package, shipment, delivery', 'mast, pole', 'anemometer, wind cups, wind speed', 'alert, alarm, notification', 'broken, damaged, cracked'].join('\n'),
  stopWords: 'hello, hi, dear, regards, thanks, please, northwind',
};

/** How often the articles of the demo were read in the last weeks, by their English slugs. */
const readings: Record<string, number> = { 'where-is-my-parcel': 61, 'hub-lights': 54, 'alerts-that-stay-silent': 38, 'rain-reads-low': 33, 'export-to-excel': 21, 'set-up-on-the-table': 19, 'choose-a-place': 17, 'wind-stays-at-zero': 12 };

const writeReadings = async (app: App): Promise<void> => {
  const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
  for (const [slug, views] of Object.entries(readings)) {
    const found = (await app.db.query('plugin::portal.article').findOne({ where: { slug, locale: 'en' }, select: ['documentId'] })) as { documentId: string } | null;
    const isThere = found && (await app.db.query('plugin::portal.article-day').count({ where: { document: found.documentId, day } })) > 0;
    if (found && !isThere) await app.db.query('plugin::portal.article-day').create({ data: { document: found.documentId, day, views } });
  }
  of(app, 'article-counts').forget();
};

/** What visitors looked for and did not find: the gap board has something to show. */
const missed: [query: string, times: number][] = [['lightning sensor', 9], ['home assistant', 6], ['station on a boat', 3], ['fahrenheit', 2]];

const writeMisses = async (app: App): Promise<void> => {
  const records = app.db.query('plugin::portal.search-record');
  if ((await records.count({})) > 0) return;
  for (const [query, times] of missed) {
    for (let time = 0; time < times; time += 1) await records.create({ data: { key: `demo-${query}-${time}`, query, normal: query, language: 'en', results: 0, openings: 0 } });
  }
};

/** The guides to the portal itself, which its admins ask for, and the company's own articles: these last, so that what is newest is for customers. */
const folders = [['docs', 'guides'], ['database', 'seeds', 'demo-articles']];

const importAll = async (app: App): Promise<void> => {
  for (const folder of folders) {
    const { failed } = await of(app, 'article-import').run(path.join(process.cwd(), ...folder), { dryRun: false });
    if (failed.length > 0) throw new Error(`The demo's articles cannot be read:\n${failed.map(({ file, faults }) => `${file}: ${faults.join(' ')}`).join('\n')}`);
  }
};

/**
 * Writes the demo company's knowledge base: some fifty articles, of which some are in German and Arabic. Not
 * within a transaction; what is there already is left alone, so that a broken seeding can be begun again.
 */
export const seedKnowledge = async (app: App): Promise<void> => {
  await addLanguages(app);
  await importAll(app);
  if ((await app.db.query('plugin::portal.word-list').count({ where: { language: words.language } })) === 0) await app.db.query('plugin::portal.word-list').create({ data: words });
  await writeReadings(app);
  await writeMisses(app);
  await of(app, 'events').deliverDue();
};
