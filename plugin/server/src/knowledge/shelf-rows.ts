import type { Strapi } from '../platform/domain';
import { columnsFor, storedJson } from '../platform/statements';
import type { PublishedArticle, ShelfCategory } from './shelf';
import { segmentsOf } from './visibility';

type Moment = Date | number | string;
type Flag = boolean | number | null;
interface ArticleColumns {
  id: number;
  documentId: string;
  locale: string | null;
  slug: string;
  title: string;
  summary: string | null;
  keywords: string | null;
  isFaq: Flag;
  featured: Flag;
  videoUrl: string | null;
  segments: unknown;
  signedInOnly: Flag;
  expiresAt: Moment | null;
  updatedAt: Moment;
  publishedAt: Moment;
  firstPublished: Moment | null;
  category: string | null;
}
const columns = ['id', 'documentId', 'locale', 'slug', 'title', 'summary', 'keywords', 'isFaq', 'featured', 'videoUrl', 'segments', 'signedInOnly', 'expiresAt', 'updatedAt', 'publishedAt', 'firstPublished'];
const selected = Object.fromEntries(Object.entries(columnsFor(columns)).map(([name, column]) => [name, `a.${column}`]));

const time = (moment: Moment): number => new Date(moment).getTime();
const parsedSegments = (stored: unknown): string[] => {
  try {
    return segmentsOf(storedJson(stored));
  } catch {
    return segmentsOf('');
  }
};

const toArticle = (row: ArticleColumns, related: string[], hasFile: boolean): PublishedArticle => ({
  id: row.id,
  document: row.documentId,
  locale: row.locale ?? '',
  slug: row.slug,
  title: row.title,
  summary: row.summary ?? '',
  keywords: row.keywords ?? '',
  category: row.category,
  isFaq: Boolean(row.isFaq),
  featured: Boolean(row.featured),
  hasVideo: hasFile || Boolean(row.videoUrl),
  related,
  segments: parsedSegments(row.segments),
  signedInOnly: Boolean(row.signedInOnly),
  expiresAt: row.expiresAt === null ? null : time(row.expiresAt),
  updatedAt: time(row.updatedAt),
  publishedAt: time(row.firstPublished ?? row.publishedAt),
});

const grouped = (pairs: { id: number; document: string }[]): Map<number, string[]> => {
  const found = new Map<number, string[]>();
  for (const { id, document } of pairs) found.set(id, [...(found.get(id) ?? []), document]);
  return found;
};

/** Everything published, or what is published of some documents, in three statements. Outside of transactions only. */
export const readPublished = async (strapi: Strapi, documents: string[] | null): Promise<PublishedArticle[]> => {
  const published = () => {
    const statement = strapi.db.getConnection('portal_articles as a').whereNotNull('a.published_at');
    return documents ? statement.whereIn('a.document_id', documents) : statement;
  };
  const found: ArticleColumns[] = await published()
    .leftJoin('portal_articles_category_lnk as l', 'l.article_id', 'a.id')
    .leftJoin('portal_knowledge_categories as c', 'c.id', 'l.knowledge_category_id')
    .select({ ...selected, category: 'c.document_id' });
  const pairs: { id: number; document: string }[] = await published()
    .join('portal_articles_related_lnk as r', 'r.article_id', 'a.id')
    .join('portal_articles as o', 'o.id', 'r.inv_article_id')
    .select({ id: 'a.id', document: 'o.document_id' })
    .orderBy('r.article_ord');
  const films: { id: number }[] = await published()
    .join('files_related_mph as m', (join) => join.on('m.related_id', 'a.id').andOnVal('m.related_type', 'plugin::portal.article').andOnVal('m.field', 'videoFile'))
    .select({ id: 'a.id' });
  const related = grouped(pairs);
  const filmed = new Set(films.map(({ id }) => id));
  return found.map((row) => toArticle(row, [...new Set(related.get(row.id) ?? [])], filmed.has(row.id)));
};

/** All categories in all languages, in one statement. Outside of transactions only. */
export const readCategories = async (strapi: Strapi): Promise<ShelfCategory[]> => {
  const found: (Omit<ShelfCategory, 'description' | 'position' | 'locale'> & { locale: string | null; description: string | null; position: number | null })[] = await strapi.db
    .getConnection('portal_knowledge_categories')
    .select({ document: 'document_id', locale: 'locale', slug: 'slug', name: 'name', description: 'description', position: 'position' })
    .orderBy('id');
  return found.map((row) => ({ ...row, locale: row.locale ?? '', description: row.description ?? '', position: row.position ?? 0 }));
};
