/** A past question with the documents that answered it. Its text ranks documents and is never shown. */
export const searchExample = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_search_examples',
    info: { singularName: 'search-example', pluralName: 'search-examples', displayName: 'Search example' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_search_examples_key', columns: ['key'], type: 'unique' }],
    attributes: {
      key: { type: 'string', required: true },
      language: { type: 'string', required: true },
      text: { type: 'text', required: true },
      answers: { type: 'json' },
    },
  },
};
