import { formWords } from '../../platform/form-words';

const localized = { pluginOptions: { i18n: { localized: true } } };

/** A shelf of the knowledge base. */
export const knowledgeCategory = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_knowledge_categories',
    info: { singularName: 'knowledge-category', pluralName: 'knowledge-categories', displayName: 'Article category', description: 'A group of articles on the home page of the customer portal.' },
    options: { draftAndPublish: false },
    pluginOptions: { i18n: { localized: true }, 'content-manager': { visible: true }, 'content-type-builder': { visible: false } },
    config: formWords({ name: ['Name'], slug: ['Name in the address'], description: ['Description', 'A line below the name, on the home page.'], position: ['Position', 'Smaller ones come first.'] }),
    attributes: {
      name: { type: 'string', required: true, maxLength: 80, ...localized },
      slug: { type: 'uid', targetField: 'name', required: true, regex: '^[a-z0-9-]+$', ...localized },
      description: { type: 'text', maxLength: 200, ...localized },
      position: { type: 'integer', default: 0, pluginOptions: { i18n: { localized: false } } },
    },
  },
};
