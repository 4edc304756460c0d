import { portal, type App } from './services';

/** What an author fills in; left out is what the content manager would leave empty. */
export interface NewArticle {
  title: string;
  slug: string;
  locale?: string;
  /** Document of the article that this is a translation of. */
  document?: string;
  body?: string;
  content?: unknown;
  summary?: string;
  keywords?: string;
  category?: string;
  isFaq?: boolean;
  featured?: boolean;
  videoUrl?: string;
  transcript?: string;
  related?: string[];
  segments?: unknown;
  signedInOnly?: boolean;
  expiresAt?: string;
  publishAt?: string;
  reviewState?: 'draft' | 'in_review' | 'approved';
  reviewBy?: string;
  /** False: kept as a draft. */
  publish?: boolean;
}

interface Documents {
  create(wanted: object): Promise<{ documentId: string }>;
  update(wanted: object): Promise<{ documentId: string } | null>;
  publish(wanted: object): Promise<unknown>;
  unpublish(wanted: object): Promise<unknown>;
  delete(wanted: object): Promise<unknown>;
}
/** Strapi's document service for articles, as programs use it. */
export const articleDocuments = (app: App): Documents => app.documents('plugin::portal.article') as unknown as Documents;

/** A category of articles; answers its document. */
export const makeArticleCategory = async (app: App, name: string, slug: string, position = 0): Promise<string> =>
  (await (app.documents('plugin::portal.knowledge-category') as unknown as Documents).create({ locale: 'en', data: { name, slug, position } })).documentId;

/** An article as a program writes it, published unless said otherwise; answers its document. */
export const makeArticle = async (app: App, { locale = 'en', document, publish = true, ...data }: NewArticle): Promise<string> => {
  const saved = document ? await articleDocuments(app).update({ documentId: document, locale, data }) : await articleDocuments(app).create({ locale, data });
  const { documentId } = saved ?? { documentId: '' };
  if (publish) await articleDocuments(app).publish({ documentId, locale });
  return documentId;
};

interface Languages {
  add(locales: { code: string; name: string }[]): Promise<void>;
}
/** The languages of the demo, where they are missing. */
export const addLanguages = (app: App): Promise<void> =>
  portal<Languages>(app, 'article-languages').add([{ code: 'en', name: 'English (en)' }, { code: 'de', name: 'German (de)' }, { code: 'ar', name: 'Arabic (ar)' }]);
