/** A text that can be found, as its owner gave it. Terms are not kept: each process reads the texts when it starts. */
export const searchDocument = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_search_documents',
    info: { singularName: 'search-document', pluralName: 'search-documents', displayName: 'Search document' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_search_documents_key', columns: ['key', 'generation'], type: 'unique' }],
    attributes: {
      key: { type: 'string', required: true },
      /** Rows of one build of the index; only those of the current generation can be found. */
      generation: { type: 'integer', required: true },
      language: { type: 'string', required: true },
      kind: { type: 'string' },
      title: { type: 'text', required: true },
      keywords: { type: 'json' },
      sections: { type: 'json' },
      audiences: { type: 'json' },
    },
  },
};
