/** A kind of request: what it is called, what helps to know, and its own questions. */
export const category = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_categories',
    info: { singularName: 'category', pluralName: 'categories', displayName: 'Category' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_categories_slug', columns: ['slug'], type: 'unique' }],
    attributes: {
      slug: { type: 'string', required: true },
      name: { type: 'string', required: true },
      description: { type: 'string' },
      helpText: { type: 'text' },
      /** Slug of the category above, or null. */
      parent: { type: 'string' },
      position: { type: 'integer', default: 0 },
      suggestedPriority: { type: 'string', default: 'normal' },
      /** CategoryField[] of the contract. */
      fields: { type: 'json' },
      active: { type: 'boolean', default: true },
    },
  },
};
