import type { SearchHit } from '../../../../contracts/knowledge';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { searchEngine } from '../../search/services/search-engine';
import type { Hit, HitPassage, SuggestionExplanation } from '../../search/types';
import { toLink } from '../article-links';
import { documentOf } from '../index-documents';
import { localeFor } from '../locales';
import type { Shelf } from '../shelf';
import type { Audience } from '../visibility';
import type { ParsedWords } from '../word-lists';
import { articleShelf } from './article-shelf';

export interface FindQuery {
  text: string;
  language: string | undefined;
  /** Slug of a category to stay within. */
  category?: string;
  offset: number;
  limit: number;
  /** In place of the synonyms and stop words that are kept. */
  words?: ParsedWords;
}
/** An article that was found: what of it is told, and what the ranking thought. */
export interface FoundHit {
  document: string;
  passage: HitPassage;
  coverage: number;
  fromExamples: number;
}
export interface Found {
  hits: FoundHit[];
  total: number;
  spelling: string | null;
  locale: string;
}
export interface Offered {
  hits: FoundHit[];
  explanation: SuggestionExplanation;
  locale: string;
}

const toFound = ({ key, passage, coverage, fromExamples }: Hit): FoundHit => ({ document: documentOf(key), passage, coverage, fromExamples });

/** Search and suggestions over what a reader may see. */
export const articleFinding = ({ strapi }: { strapi: Strapi }) => {
  const engine = () => getService(strapi, 'search-engine', searchEngine);
  const shelf = () => getService(strapi, 'article-shelf', articleShelf).get();
  // The index is behind the shelf for a moment after a change: what is not readable any more is not told.
  const readable = (published: Shelf, locale: string, audience: Audience, hits: Hit[]): FoundHit[] =>
    hits.map(toFound).filter(({ document }) => published.readable(document, locale, audience, now().getTime()));

  return {
    async search({ text, language, category, offset, limit, words }: FindQuery, audience: Audience): Promise<Found> {
      const published = await shelf();
      const locale = localeFor(language, published.locales);
      const kind = category === undefined ? undefined : published.categoryOf(category, locale)?.document;
      if (text.trim() === '' || (category !== undefined && kind === undefined)) return { hits: [], total: 0, spelling: null, locale };
      const { hits, total, spelling } = await engine().search({ text, language: locale, audience, offset, limit, ...(kind === undefined ? {} : { kind }), ...(words === undefined ? {} : { words }) });
      const told = readable(published, locale, audience, hits);
      return { hits: told, total: total - (hits.length - told.length), spelling, locale };
    },

    /** What may answer a text that somebody is about to send; nothing where nothing fits well enough. */
    async suggest(title: string, text: string, language: string | undefined, audience: Audience, limit: number): Promise<Offered> {
      const published = await shelf();
      const locale = localeFor(language, published.locales);
      const { hits, explanation } = await engine().suggest({ title, text, language: locale, audience, limit });
      // The tail of a short text is chance: what fits a third as well as the best is not offered.
      const near = hits.filter(({ score }) => score >= (hits[0]?.score ?? 0) / 3);
      return { hits: readable(published, locale, audience, near), explanation, locale };
    },

    /** The locale that a wanted language means here. */
    localeOf: async (language: string | undefined): Promise<string> => localeFor(language, (await shelf()).locales),

    /** Hits as they are shown, also later: what is no longer published or no longer for this reader is left out. */
    async toHits(found: Pick<FoundHit, 'document' | 'passage'>[], locale: string, audience: Audience): Promise<SearchHit[]> {
      const published = await shelf();
      return found.flatMap(({ document, passage }) => {
        const article = published.readable(document, locale, audience, now().getTime());
        const { heading, anchor, text, marks } = passage;
        return article ? [{ article: toLink(article, published, locale), heading, anchor, passage: text, marks }] : [];
      });
    },
  };
};
