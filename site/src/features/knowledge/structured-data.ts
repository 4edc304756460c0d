import type { Article, Faq } from '@contracts/knowledge';

/** JSON for a data block of a page. Nothing in it can end the block or begin a comment. */
export const dataBlock = (data: object): string => JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** An article for search engines. */
export const articleData = ({ title, summary, language, publishedAt, updatedAt }: Article, url: string, brand: string): object => ({
  '@type': 'Article',
  headline: title.slice(0, 110),
  ...(summary ? { description: summary } : {}),
  inLanguage: language,
  datePublished: publishedAt,
  dateModified: updatedAt,
  mainEntityOfPage: url,
  author: { '@type': 'Organization', name: brand },
  publisher: { '@type': 'Organization', name: brand },
});

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'", nbsp: ' ' };

/** The words of HTML that our own renderer made. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

/** Questions with their answers for search engines. */
export const faqData = ({ groups }: Faq): object => ({
  '@type': 'FAQPage',
  mainEntity: groups.flatMap(({ questions }) => questions).map(({ title, html }) => ({ '@type': 'Question', name: title, acceptedAnswer: { '@type': 'Answer', text: wordsOf(html) } })),
});
