/** Whether an article helped a reader: one row a reader and article; saying it again replaces it. */
export const articleFeedback = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_article_feedback',
    info: { singularName: 'article-feedback', pluralName: 'article-feedbacks', displayName: 'Article feedback' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_article_feedback_once', columns: ['document', 'reader'], type: 'unique' },
      { name: 'portal_article_feedback_age', columns: ['helpful', 'updated_at'] },
    ],
    attributes: {
      document: { type: 'string', required: true },
      /** `customer:12`, or the hash of a browser's random key. */
      reader: { type: 'string', required: true },
      language: { type: 'string', required: true },
      helpful: { type: 'boolean', required: true },
      reason: { type: 'string' },
      comment: { type: 'text' },
    },
  },
};
