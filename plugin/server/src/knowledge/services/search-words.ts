import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { searchIndex } from '../../search/services/search-index';
import { parseWords } from '../word-lists';
import type { WordListRow } from '../word-lists';

/** Hands what authors write in "Search words" to the index. */
export const searchWords = ({ strapi }: { strapi: Strapi }) => ({
  /** Brings the index to what is kept for a language now, be it nothing. */
  async update(language: string): Promise<void> {
    const found = await rows<WordListRow>(strapi, 'word-list').findOne({ where: { language } });
    await getService(strapi, 'search-index', searchIndex).setWords(language, parseWords(found?.synonyms ?? null, found?.stopWords ?? null));
  },
});
