import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { searchIndex } from '../../search/services/search-index';
import type { SearchDocument } from '../../search/types';
import { keyOf, toSearchDocument } from '../index-documents';
import type { PublishedArticle, Shelf } from '../shelf';
import { articleShelf } from './article-shelf';
import { articleTexts } from './article-texts';

/** Progress of a rebuild; `finishedAt` is null while it runs. */
export interface RebuildProgress {
  done: number;
  total: number;
  startedAt: string;
  finishedAt: string | null;
  failure: string | null;
}

/** Keeps what can be found equal to what is published. */
export const articleIndex = ({ strapi }: { strapi: Strapi }) => {
  const index = () => getService(strapi, 'search-index', searchIndex);
  const shelf = () => getService(strapi, 'article-shelf', articleShelf).get();
  let progress: RebuildProgress | null = null;
  let running: Promise<void> = Promise.resolve();

  const shown = (published: Shelf, document: string, locale: string): PublishedArticle | null => {
    const article = published.version(document, locale);
    return article && (article.expiresAt === null || article.expiresAt > now().getTime()) ? article : null;
  };

  const documentIn = async (published: Shelf, document: string, locale: string): Promise<SearchDocument | null> => {
    const article = shown(published, document, locale);
    if (!article) return null;
    const text = await getService(strapi, 'article-texts', articleTexts).of(article);
    return text && toSearchDocument(article, locale, text.sections);
  };

  async function* all(published: Shelf): AsyncGenerator<SearchDocument> {
    for (const document of published.documents()) {
      for (const locale of published.locales.all) {
        const found = await documentIn(published, document, locale);
        if (found) yield found;
      }
    }
  }

  const run = async (total: number, published: Shelf): Promise<void> => {
    const current: RebuildProgress = { done: 0, total, startedAt: new Date().toISOString(), finishedAt: null, failure: null };
    progress = current;
    try {
      await index().rebuild(all(published), (done) => void (current.done = done));
    } catch (error) {
      current.failure = saidBy(error);
      throw error;
    } finally {
      current.finishedAt = new Date().toISOString();
    }
  };

  const rebuild = async (): Promise<void> => {
    const published = await shelf();
    await run(published.documents().length * published.locales.all.length, published);
  };

  return {
    /** Brings the index to what is published of a document now, in every language. */
    async update(document: string): Promise<void> {
      const published = await shelf();
      for (const locale of published.locales.all) {
        const found = await documentIn(published, document, locale);
        await (found ? index().index(found) : index().remove(keyOf(document, locale)));
      }
    },

    /** Builds the whole index anew while the old one answers. Throws while another rebuild runs. */
    rebuild,

    /** The same, without waiting for it; does nothing while one runs in this process. */
    start(): void {
      if (progress && progress.finishedAt === null) return;
      running = rebuild().catch((error: unknown) => {
        strapi.log.error(`The search index could not be rebuilt: ${saidBy(error)}. The old one answers meanwhile; build it again in the knowledge base's page or with "npm run search:rebuild".`);
      });
    },

    /** Resolves when a rebuild that was started has ended. */
    settle: (): Promise<void> => running,

    /** The rebuild that runs in this process or ran last, or null. */
    progress: (): RebuildProgress | null => progress,

    health: () => index().health(),

    /** What is published and cannot be found, and what can be found and is not published: keys of documents, none where all is well. */
    async differences(): Promise<{ missing: string[]; left: string[] }> {
      const published = await shelf();
      const keys = (of: typeof shown): string[] => published.documents().flatMap((document) => published.locales.all.flatMap((locale) => (of(published, document, locale) ? [keyOf(document, locale)] : [])));
      const held = new Set(await index().keys());
      // What expired a moment ago is withdrawn by a job, and hidden already.
      const known = new Set(keys((from, document, locale) => from.version(document, locale) ?? null));
      return { missing: keys(shown).filter((key) => !held.has(key)), left: [...held].filter((key) => !known.has(key)) };
    },

    /** At the start: builds an index that is empty although there are articles, as after an upgrade. */
    async ensure(): Promise<void> {
      const held = await strapi.db.query('plugin::portal.search-document').count({});
      if (held === 0 && (await shelf()).documents().length > 0) await rebuild();
    },
  };
};
