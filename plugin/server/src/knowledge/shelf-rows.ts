import type { Strapi } from '../platform/domain';
import { columnsFor, readRows, storedJson } from '../platform/statements';
import type { Binding } from '../platform/statements';
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
  publishedAt: Moment | null;
  firstPublished: Moment | null;
  category: string | null;
}
const columns = ['id', 'documentId', 'locale', 'slug', 'title', 'summary', 'keywords', 'isFaq', 'featured', 'videoUrl', 'segments', 'signedInOnly', 'expiresAt', 'updatedAt', 'publishedAt', 'firstPublished'];
const selected = columnsFor(columns).replace(/(^|, )/g, '$1a.');

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
  publishedAt: time(row.firstPublished ?? row.publishedAt ?? row.updatedAt),
});

const grouped = (pairs: { id: number; document: string }[]): Map<number, string[]> => {
  const found = new Map<number, string[]>();
  for (const { id, document } of pairs) found.set(id, [...(found.get(id) ?? []), document]);
  return found;
};

const readVersions = async (strapi: Strapi, where: string, bindings: Binding[]): Promise<PublishedArticle[]> => {
  const from = (joined: string): string => `from portal_articles a ${joined} where ${where}`;
  const read = <Row>(columnList: string, joined: string, order = ''): Promise<Row[]> => readRows<Row>(strapi, `select ${columnList} ${from(joined)}${order}`, bindings);
  const category = 'left join portal_articles_category_lnk l on l.article_id = a.id left join portal_knowledge_categories c on c.id = l.knowledge_category_id';
  const found = await read<ArticleColumns>(`${selected}, c.document_id as "category"`, category);
  const others = 'join portal_articles_related_lnk r on r.article_id = a.id join portal_articles o on o.id = r.inv_article_id';
  const pairs = await read<{ id: number; document: string }>('a.id as "id", o.document_id as "document"', others, ' order by r.article_ord');
  const films = await read<{ id: number }>('a.id as "id"', `join files_related_mph m on m.related_id = a.id and m.related_type = 'plugin::portal.article' and m.field = 'videoFile'`);
  const related = grouped(pairs);
  const filmed = new Set(films.map(({ id }) => id));
  return found.map((row) => toArticle(row, [...new Set(related.get(row.id) ?? [])], filmed.has(row.id)));
};

/** Everything published, or what is published of some documents, in three statements. Never within a transaction. */
export const readPublished = (strapi: Strapi, documents: string[] | null): Promise<PublishedArticle[]> =>
  readVersions(strapi, `a.published_at is not null${documents ? ` and a.document_id in (${documents.map(() => '?').join(', ')})` : ''}`, documents ?? []);

/** One version by its row, a draft too: as it would stand on the shelf. */
export const readVersion = async (strapi: Strapi, id: number): Promise<PublishedArticle | undefined> => (await readVersions(strapi, 'a.id = ?', [id]))[0];

/** All categories in all languages, in one statement. Never within a transaction. */
export const readCategories = async (strapi: Strapi): Promise<ShelfCategory[]> => {
  const sql = 'select document_id as "document", locale, slug, name, description, position from portal_knowledge_categories order by id';
  const found = await readRows<Omit<ShelfCategory, 'description' | 'position' | 'locale'> & { locale: string | null; description: string | null; position: number | null }>(strapi, sql);
  return found.map((row) => ({ ...row, locale: row.locale ?? '', description: row.description ?? '', position: row.position ?? 0 }));
};
