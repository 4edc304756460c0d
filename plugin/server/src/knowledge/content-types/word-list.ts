/** What the search is taught in a language, as one would write it down. Settings → Synonyms is where it is changed, with a note of who did. */
export const wordList = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_word_lists',
    info: { singularName: 'word-list', pluralName: 'word-lists', displayName: 'Search words', description: 'Synonyms and stop words of one language.' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_word_lists_language', columns: ['language'], type: 'unique' }],
    attributes: {
      /** Code of the language, such as `en`. */
      language: { type: 'string', required: true, unique: true, regex: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$' },
      /** One group a line, with commas: `sign in, log in`. */
      synonyms: { type: 'text' },
      /** Words to pass over, with commas or lines between them. */
      stopWords: { type: 'text' },
    },
  },
};
