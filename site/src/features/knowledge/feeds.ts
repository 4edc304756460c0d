import type { SitemapEntry } from '@contracts/knowledge';
import { path } from '@layouts/paths';
import { articlePath } from './addresses';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// XML cannot hold control characters, not even escaped.
/** Text as XML may hold it. */
export const xmlText = (value: string): string => value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>"']/g, (character) => escapes[character] ?? '');
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const mostInFeed = 30;

type Version = Pick<SitemapEntry, 'slug' | 'language' | 'alternates'>;

/** The one address of a version of an article; where languages share a slug, it names its language. */
export const canonicalPath = ({ slug, language, alternates }: Version): string => {
  const isShared = alternates.filter((other) => other.slug === slug).length > 1;
  return articlePath(slug, { language: isShared ? language : undefined });
};

const entryOf = (origin: string, { updatedAt, ...entry }: SitemapEntry): string => {
  const links = entry.alternates.map((version) => `<xhtml:link rel="alternate" hreflang="${xmlText(version.language)}" href="${xmlText(origin + canonicalPath({ ...version, alternates: entry.alternates }))}"/>`);
  return `<url><loc>${xmlText(origin + canonicalPath(entry))}</loc><lastmod>${xmlText(updatedAt)}</lastmod>${links.length > 1 ? links.join('') : ''}</url>`;
};

/** A sitemap of all that everybody may read. */
export const sitemap = (entries: SitemapEntry[], origin: string): string => {
  const pages = (['/', '/answers', '/faq'] as const).map((page) => `<url><loc>${xmlText(origin + path(page))}</loc></url>`);
  const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `${declaration}\n<urlset ${namespaces}>${[...pages, ...entries.map((entry) => entryOf(origin, entry))].join('\n')}</urlset>\n`;
};

/** What an Atom feed says of itself. */
export interface FeedFrame {
  title: string;
  origin: string;
  language: string;
}

/** An Atom feed of the newest articles in one language. */
export const atomFeed = (entries: SitemapEntry[], { title, origin, language }: FeedFrame): string => {
  const own = entries.filter((entry) => entry.language === language).sort((one, other) => other.publishedAt.localeCompare(one.publishedAt)).slice(0, mostInFeed);
  const updated = own.reduce((latest, entry) => (entry.updatedAt > latest ? entry.updatedAt : latest), '1970-01-01T00:00:00.000Z');
  const address = `${origin}${path('/feed.xml')}?language=${language}`;
  const items = own.map((entry) => {
    const url = xmlText(origin + canonicalPath(entry));
    return `<entry><id>${url}</id><title>${xmlText(entry.title)}</title><link href="${url}"/><published>${xmlText(entry.publishedAt)}</published><updated>${xmlText(entry.updatedAt)}</updated><summary>${xmlText(entry.summary)}</summary></entry>`;
  });
  const head = `<id>${xmlText(address)}</id><title>${xmlText(title)}</title><updated>${updated}</updated><author><name>${xmlText(title)}</name></author><link rel="self" href="${xmlText(address)}"/><link href="${xmlText(origin + path('/'))}"/>`;
  return `${declaration}\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(language)}">${head}${items.join('\n')}</feed>\n`;
};
