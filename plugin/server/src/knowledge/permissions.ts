import { knowledgeActions } from '../../../contracts/knowledge-desk';
import type { Strapi } from '../platform/domain';

const names: Record<keyof typeof knowledgeActions, string> = {
  read: 'See what readers searched and missed',
  publish: 'Approve articles, and publish without approval',
  preview: 'See articles as readers would, before they are published',
  rebuild: 'Rebuild the search index',
  labels: 'Take back what the search learned',
  words: 'Set synonyms and stop words of the search',
};

/** Makes the authors' actions known to Strapi's roles, where an admin grants them. Writing itself is a right of the content manager. */
export const registerKnowledgeActions = async (strapi: Strapi): Promise<void> => {
  const actions = Object.entries(knowledgeActions).map(([key, id]) => ({
    section: 'plugins',
    pluginName: 'portal',
    subCategory: 'knowledge base',
    uid: id.replace('plugin::portal.', ''),
    displayName: names[key as keyof typeof knowledgeActions],
  }));
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
};
