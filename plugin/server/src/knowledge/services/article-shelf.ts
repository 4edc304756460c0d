import { minutes, seconds } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { Locales } from '../locales';
import { Shelf } from '../shelf';
import type { PublishedArticle, ShelfCategory } from '../shelf';
import { readCategories, readPublished } from '../shelf-rows';
import { articleLanguages } from './article-languages';
import { allCategories, articleVersions } from './article-versions';

interface Held {
  shelf: Shelf;
  articles: PublishedArticle[];
  categories: ShelfCategory[];
  versions: Map<string, string>;
  checkedAt: number;
  loadedAt: number;
}
const checkedEvery = seconds(1);
/** A safety net: whatever is missed is wrong for ten minutes at most. */
const loadedEvery = minutes(10);
const mostAtOnce = 200;

/** The published knowledge base in memory: at once after a change in this process, within a second after one elsewhere. */
export const articleShelf = ({ strapi }: { strapi: Strapi }) => {
  const versions = () => getService(strapi, 'article-versions', articleVersions);
  let held: Held | null = null;
  let changes = 0;
  let seen = -1;
  let running: Promise<void> | null = null;

  const load = async (locales: Locales): Promise<Held> => {
    const moment = Date.now();
    const known = await versions().since(new Date(moment));
    const [articles, categories] = [await readPublished(strapi, null), await readCategories(strapi)];
    return { shelf: new Shelf(articles, categories, locales), articles, categories, versions: known, checkedAt: moment, loadedAt: moment };
  };

  const follow = async (before: Held, locales: Locales): Promise<Held> => {
    const moment = Date.now();
    const known = await versions().since(new Date(before.checkedAt));
    const changed = [...known].filter(([document, version]) => before.versions.get(document) !== version).map(([document]) => document);
    const isSame = changed.length === 0 && locales.all.join() === before.shelf.locales.all.join() && locales.standard === before.shelf.locales.standard;
    if (isSame) return { ...before, checkedAt: moment };
    if (changed.length > mostAtOnce) return load(locales);
    const articles = [...before.articles.filter(({ document }) => !changed.includes(document)), ...(await readPublished(strapi, changed))];
    const categories = changed.includes(allCategories) ? await readCategories(strapi) : before.categories;
    return { ...before, shelf: new Shelf(articles, categories, locales), articles, categories, versions: new Map([...before.versions, ...known]), checkedAt: moment };
  };

  const refresh = async (): Promise<void> => {
    const noticed = changes;
    const locales = await getService(strapi, 'article-languages', articleLanguages).get();
    const isOld = !held || Date.now() - held.loadedAt > loadedEvery;
    held = held && !isOld ? await follow(held, locales) : await load(locales);
    seen = noticed;
  };

  /** Whoever asks after a change waits for a look that began after it. */
  const fresh = async (): Promise<Held> => {
    while (seen < changes || !held || Date.now() - held.checkedAt >= checkedEvery) {
      running ??= refresh().finally(() => {
        running = null;
      });
      await running;
    }
    return held as Held;
  };

  return {
    /** Something changed in this process. */
    noteChange(): void {
      changes += 1;
    },
    /** Never within a transaction: it reads beside it. */
    get: async (): Promise<Shelf> => (await fresh()).shelf,
  };
};
