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
const longestPassage = 2400;

/** The part under the heading where the hit is; of a long one the place that was found, if it still says so. */
const partOf = (article: PublishedArticle, sections: Section[], { passage }: FoundHit): string => {
  const under = sections.filter(({ anchor }) => anchor === passage.anchor).map(({ text }) => text);
  const whole = (passage.anchor === '' ? [article.summary, ...under] : under).filter(Boolean).join('\n');
  if (whole.length <= longestPassage) return whole;
  return whole.includes(passage.text) ? passage.text : whole.slice(0, longestPassage);
};

/** What articles say on a question, word for word. */
export const articlePassages = ({ strapi }: { strapi: Strapi }) => {
  const shelf = () => getService(strapi, 'article-shelf', articleShelf).get();

  return {
    /**
     * The passages that may answer a question, one an article, best first; none where the search is silent. The
     * words are those published at this moment: the index is behind for a moment after a change, so it only says where.
     */
    async find(question: string, language: string | undefined, audience: Audience, limit: number): Promise<{ passages: ReadablePassage[]; locale: string }> {
      const { hits, locale } = await getService(strapi, 'article-finding', articleFinding).suggest('', question, language, audience, limit);
      const published = await shelf();
      const passages: ReadablePassage[] = [];
      for (const hit of hits) {
        const article = published.readable(hit.document, locale, audience, now().getTime());
        const texts = article && (await getService(strapi, 'article-texts', articleTexts).of(article));
        const text = texts ? partOf(article, texts.sections, hit) : '';
        const { heading, anchor } = hit.passage;
        if (article && text) passages.push({ document: article.document, slug: article.slug, title: article.title, language: article.locale, heading, anchor, text });
      }
      return { passages, locale };
    },

    /** True while this reader may read every one of these articles. */
    async areReadable(documents: string[], locale: string, audience: Audience): Promise<boolean> {
      const published = await shelf();
      return documents.every((document) => published.readable(document, locale, audience, now().getTime()) !== undefined);
    },
  };
};
