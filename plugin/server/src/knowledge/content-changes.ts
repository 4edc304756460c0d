import { getService } from '../platform/get-service';
import { inTransaction } from '../platform/rows';
import { events } from '../platform/services/events';
import type { Strapi } from '../platform/domain';
import { allCategories, articleVersions } from './services/article-versions';

const types = { article: 'plugin::portal.article', category: 'plugin::portal.knowledge-category', words: 'plugin::portal.word-list' };

interface Row {
  documentId?: string;
  publishedAt?: unknown;
  language?: string;
}
interface LifecycleEvent {
  model: { uid: string };
  result?: Row | null;
  params: { where?: unknown; data?: unknown };
}

const recordWords = (strapi: Strapi, language: string): Promise<void> =>
  inTransaction(strapi, (afterCommit) => getService(strapi, 'events', events).record({ type: 'search_words.changed', subject: language, payload: {} }, afterCommit));

/**
 * Notes every change of content in the transaction that makes it, whichever way it came: content manager,
 * import, job. Drafts are passed over, since nobody but authors sees them.
 */
export const followContent = (strapi: Strapi): void => {
  const versions = () => getService(strapi, 'article-versions', articleVersions);

  const note = async ({ model, result }: LifecycleEvent): Promise<void> => {
    if (model.uid === types.category) return versions().changed(allCategories);
    if (model.uid === types.words) return result?.language ? recordWords(strapi, result.language) : undefined;
    // A row that was read back without this column may be published: better once too often.
    if (result?.documentId && result.publishedAt !== null) await versions().changed(result.documentId);
  };

  /** Changes of many rows tell no rows; Strapi makes none on articles, but a migration may. */
  const noteMany = async ({ model, params }: LifecycleEvent): Promise<void> => {
    if (model.uid === types.category) return versions().changed(allCategories);
    if (model.uid !== types.article) return;
    const found = (await strapi.db.query('plugin::portal.article').findMany({ where: (params.where ?? {}) as object, select: ['documentId'] })) as { documentId: string }[];
    for (const document of new Set(found.map(({ documentId }) => documentId))) await versions().changed(document);
  };

  const subscriber = { models: Object.values(types), afterCreate: note, afterUpdate: note, afterDelete: note, afterUpdateMany: noteMany, beforeDeleteMany: noteMany };
  strapi.db.lifecycles.subscribe(subscriber as unknown as Parameters<typeof strapi.db.lifecycles.subscribe>[0]);
};
