import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { Section } from '../rendering/sections';
import type { PublishedArticle } from '../shelf';
import type { Audience } from '../visibility';
import { articleFinding } from './article-finding';
import type { FoundHit } from './article-finding';
import { articleShelf } from './article-shelf';
import { articleTexts } from './article-texts';

/** A part of an article that a reader may read now. */
export interface ReadablePassage {
  document: string;
  slug: string;
  title: string;
  language: string;
  heading: string;
  anchor: string;
  text: string;
}
interface Part {
  heading: string;
  anchor: string;
  text: string;
}
const longestPassage = 2400;
/** Characters of all passages together: what a small model still reads with care. */
const longestTogether = 12_000;
/** So many of the best articles are given whole: what answers often stands beside what was found. */
const wholeArticles = 2;

/** The parts of an article, one a heading; the summary belongs to the beginning. */
const partsOf = ({ summary }: PublishedArticle, sections: Section[]): Part[] => {
  const all = summary ? [{ heading: '', anchor: '', text: summary }, ...sections] : sections;
  const joined = new Map<string, Part>();
  for (const { heading, anchor, text } of all) joined.set(anchor, { heading, anchor, text: [joined.get(anchor)?.text, text].filter(Boolean).join('\n') });
  return [...joined.values()].filter(({ text }) => text !== '');
};

/** A long part is cut down to the place that was found, if the article still says so, else to its beginning. */
const shortened = (part: Part, { passage }: FoundHit): Part =>
  part.text.length <= longestPassage ? part : { ...part, text: part.anchor === passage.anchor && part.text.includes(passage.text) ? passage.text : part.text.slice(0, longestPassage) };

const within = (passages: ReadablePassage[]): ReadablePassage[] => {
  let left = longestTogether;
  return passages.filter(({ text }) => (left -= text.length) >= 0);
};

/** What articles say on a question, word for word. */
export const articlePassages = ({ strapi }: { strapi: Strapi }) => {
  const shelf = () => getService(strapi, 'article-shelf', articleShelf).get();

  return {
    /**
     * The passages that may answer a question, of the best `limit` articles in their order; none where the search is
     * silent. The words are those published at this moment: the index is behind for a moment after a change, so it only says where.
     */
    async find(question: string, language: string | undefined, audience: Audience, limit: number): Promise<{ passages: ReadablePassage[]; locale: string }> {
      const { hits, locale } = await getService(strapi, 'article-finding', articleFinding).suggest('', question, language, audience, limit);
      const published = await shelf();
      const passages: ReadablePassage[] = [];
      for (const [place, hit] of hits.entries()) {
        const article = published.readable(hit.document, locale, audience, now().getTime());
        const texts = article && (await getService(strapi, 'article-texts', articleTexts).of(article));
        if (!article || !texts) continue;
        const { document, slug, title, locale: written } = article;
        const parts = partsOf(article, texts.sections).filter(({ anchor }) => place < wholeArticles || anchor === hit.passage.anchor);
        passages.push(...parts.map((part) => ({ document, slug, title, language: written, ...shortened(part, hit) })));
      }
      return { passages: within(passages), locale };
    },

    /** True while this reader may read every one of these articles. */
    async areReadable(documents: string[], locale: string, audience: Audience): Promise<boolean> {
      const published = await shelf();
      return documents.every((document) => published.readable(document, locale, audience, now().getTime()) !== undefined);
    },
  };
};
