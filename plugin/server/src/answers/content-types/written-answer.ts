/** Written answers, kept for an hour so that a page can be loaded again. The question is not kept. */
export const writtenAnswer = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_written_answers',
    info: { singularName: 'written-answer', pluralName: 'written-answers', displayName: 'Written answer' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_written_answers_key', columns: ['key'], type: 'unique' },
      { name: 'portal_written_answers_age', columns: ['created_at'] },
    ],
    attributes: {
      key: { type: 'string', required: true },
      /** `customer:12`, or the hash of a browser's random key. */
      owner: { type: 'string', required: true },
      /** Locale in which the reader looked for it: what he may read is asked again with it. */
      readIn: { type: 'string', required: true },
      /** Language of the sentences. */
      language: { type: 'string', required: true },
      state: { type: 'string', required: true },
      sentences: { type: 'json' },
      sources: { type: 'json' },
    },
  },
};
