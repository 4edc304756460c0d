/** What happened with an article on a day (UTC), in whichever language: numbers only, no reader. */
export const articleDay = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_article_days',
    info: { singularName: 'article-day', pluralName: 'article-days', displayName: 'Article day' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_article_days_once', columns: ['document', 'day'], type: 'unique' },
      { name: 'portal_article_days_day', columns: ['day'] },
    ],
    attributes: {
      document: { type: 'string', required: true },
      /** `2026-03-29` */
      day: { type: 'string', required: true },
      views: { type: 'integer', required: true, default: 0 },
      /** Among the answers to a search or to a request that was being written. */
      shown: { type: 'integer', required: true, default: 0 },
      opened: { type: 'integer', required: true, default: 0 },
      solved: { type: 'integer', required: true, default: 0 },
      /** Opened from a suggestion, and the request was sent all the same. */
      sent: { type: 'integer', required: true, default: 0 },
    },
  },
};
