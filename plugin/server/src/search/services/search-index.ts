import { after, days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { rebuildIndex } from '../rebuild';
import { documentColumns, stateName } from '../rows';
import type { ChangeRow } from '../rows';
import { changeIndex } from '../store';
import type { Change } from '../store';
import type { SearchDocument, SearchExample, SearchWords } from '../types';
import { searchEngine } from './search-engine';

/**
 * What can be found, kept in the database. Each method writes in the caller's transaction if there is one,
 * and then counts from its commit; without one the change is findable in this process when the promise
 * resolves, and in the others within about a second.
 */
export const searchIndex = ({ strapi }: { strapi: Strapi }) => {
  const engine = () => getService(strapi, 'search-engine', searchEngine);

  const change = async (work: (change: Change) => Promise<void>): Promise<void> => {
    await changeIndex(strapi, 'shared', work, () => void engine().follow().catch((error: unknown) => strapi.log.error(error)));
    if (!strapi.db.inTransaction()) await engine().follow();
  };

  return {
    /** Makes a document findable, or its newer version in place of the one with the same key. */
    index: (document: SearchDocument): Promise<void> =>
      change(async ({ state, put, tell }) => {
        await put('portal_search_documents', documentColumns(document, state.generation), ['key', 'generation']);
        await tell('document', document.key);
      }),

    /** Takes a document out; harmless for one that is not there. */
    remove: (key: string): Promise<void> =>
      change(async ({ state, table, tell }) => {
        await table('portal_search_documents').where({ key, generation: state.generation }).delete();
        await tell('document', key);
      }),

    /** Builds all documents anew, in place of those that are there. Throws while another rebuild runs. */
    rebuild: (source: AsyncIterable<SearchDocument>, onProgress?: (done: number) => void): Promise<void> => rebuildIndex(strapi, source, () => engine().follow(), onProgress),

    /** Learns which documents answered a past question; the same key again replaces what was learned. */
    learn: ({ key, language, text, answers }: SearchExample): Promise<void> =>
      change(async ({ put, tell }) => {
        await put('portal_search_examples', { key, language, text, answers: JSON.stringify(answers) }, ['key']);
        await tell('example', key);
      }),

    /** Forgets a past question; harmless for one that is not known. */
    unlearn: (key: string): Promise<void> =>
      change(async ({ table, tell }) => {
        await table('portal_search_examples').where({ key }).delete();
        await tell('example', key);
      }),

    /** Sets what a language's editors say: groups of phrases that mean the same, and words to pass over. */
    setWords: (language: string, { synonyms, stopWords }: SearchWords): Promise<void> =>
      change(async ({ put, tell }) => {
        await put('portal_search_words', { language, synonyms: JSON.stringify(synonyms), stop_words: JSON.stringify(stopWords) }, ['language']);
        await tell('words', language);
      }),

    /** Keys of all documents of the current build. */
    keys: async (): Promise<string[]> =>
      (await readRows<{ key: string }>(strapi, 'select d.key from portal_search_documents d join portal_search_states s on s.generation = d.generation where s.name = ?', [stateName])).map(({ key }) => key),

    /** Resolves when every passage has its vector, or when vectors are off or cannot be had (`health` says why). */
    vectorsSettled: () => engine().vectorsSettled(),

    /** What this process holds, and how many changes it has still to take in. */
    health: () => engine().health(),

    /** Changes are told for a day; the newest is kept, because the counter goes on from it. */
    async forgetTold(): Promise<void> {
      const changes = rows<ChangeRow>(strapi, 'search-change');
      const [newest] = await changes.findMany({ orderBy: { id: 'desc' }, limit: 1, select: ['id'] });
      if (newest) await changes.deleteMany({ where: { id: { $lt: newest.id }, createdAt: { $lt: after(now(), -days(1)) } } });
    },
  };
};
