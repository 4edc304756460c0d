/** Synonyms and stop words that editors of a language added. */
export const searchWords = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_search_words',
    info: { singularName: 'search-word', pluralName: 'search-words', displayName: 'Search words' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_search_words_language', columns: ['language'], type: 'unique' }],
    attributes: {
      language: { type: 'string', required: true },
      synonyms: { type: 'json' },
      stopWords: { type: 'json' },
    },
  },
};
