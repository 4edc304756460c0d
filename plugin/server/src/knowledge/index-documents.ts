import type { SearchDocument } from '../search/types';
import type { Section } from './rendering/sections';
import type { PublishedArticle } from './shelf';
import { audiencesOf } from './visibility';

/** The name of an article in the index of one language. */
export const keyOf = (document: string, locale: string): string => `${document}:${locale}`;
/** Its document again. */
export const documentOf = (key: string): string => key.slice(0, key.lastIndexOf(':'));

const keywordsOf = (keywords: string): string[] => keywords.split(/[,;،\n]/).map((word) => word.trim()).filter((word) => word !== '').slice(0, 50);

/**
 * An article as the index of `locale` holds it. One without a translation is there in the standard language,
 * so that a single search finds both and nothing is put together afterwards.
 */
export const toSearchDocument = (article: PublishedArticle, locale: string, sections: Section[]): SearchDocument => ({
  key: keyOf(article.document, locale),
  language: locale,
  title: article.title,
  keywords: keywordsOf(article.keywords),
  sections: [...(article.summary ? [{ heading: '', anchor: '', text: article.summary }] : []), ...sections],
  audiences: audiencesOf(article),
  ...(article.category === null ? {} : { kind: article.category }),
});
