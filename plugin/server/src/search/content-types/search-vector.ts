/** The vector of a passage, kept so that no start pays for it again. The same text has it once, in however many documents it stands. */
export const searchVector = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_search_vectors',
    info: { singularName: 'search-vector', pluralName: 'search-vectors', displayName: 'Search vector' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_search_vectors_text', columns: ['model', 'hash'], type: 'unique' }],
    attributes: {
      /** Provider, model and length: vectors of two models cannot be compared. */
      model: { type: 'string', required: true },
      hash: { type: 'string', required: true },
      /** 32-bit floats, least byte first, in base64: the same on every database. */
      vector: { type: 'text', required: true },
    },
  },
};
