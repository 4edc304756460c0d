import type { FrontMatter } from './front-matter';

/** An article's own columns, as they are kept. */
export interface ArticleFields {
  title: string;
  slug: string;
  summary: string;
  body: string;
  keywords: string;
  isFaq: boolean;
  featured: boolean;
  segments: string[];
  signedInOnly: boolean;
  videoUrl: string | null;
  transcript: string;
  owner: string | null;
  reviewBy: string | null;
  publishAt: string | null;
  reviewState: 'draft' | 'approved';
}

/** What a file means for the article's columns; `body` has its pictures' addresses already. */
export const fieldsOf = (matter: FrontMatter, body: string): ArticleFields => ({
  title: matter.title,
  slug: matter.slug,
  summary: matter.summary,
  body,
  keywords: matter.keywords,
  isFaq: matter.faq,
  featured: matter.featured,
  segments: matter.segments,
  signedInOnly: matter.signedInOnly,
  videoUrl: matter.video ?? null,
  transcript: matter.transcript,
  owner: matter.owner ?? null,
  reviewBy: matter.reviewBy ?? null,
  publishAt: typeof matter.publish === 'string' ? new Date(matter.publish).toISOString() : null,
  reviewState: matter.publish === false ? 'draft' : 'approved',
});

const shared = ['isFaq', 'featured', 'segments', 'signedInOnly', 'owner', 'reviewBy'] as const;

/** The columns that a translation sets: what all languages share is said by the article in the standard one. */
export const translatedFields = (fields: ArticleFields): Partial<ArticleFields> => Object.fromEntries(Object.entries(fields).filter(([name]) => !(shared as readonly string[]).includes(name)));

const normal = (name: string, value: unknown): unknown => {
  if (value === null || value === undefined || value === '') return null;
  if (name === 'publishAt') return new Date(value as string).getTime();
  if (name === 'segments' && Array.isArray(value) && value.length === 0) return null;
  return value;
};

/** True where a stored article has these columns already; then an import leaves it alone. */
export const isUnchanged = (fields: Partial<ArticleFields>, stored: Record<string, unknown>): boolean =>
  Object.entries(fields).every(([name, value]) => JSON.stringify(normal(name, value)) === JSON.stringify(normal(name, stored[name])));
