/** How often an article was read on a day (UTC), in whichever language. No reader. */
export const articleView = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_article_views',
    info: { singularName: 'article-view', pluralName: 'article-views', displayName: 'Article view' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_article_views_once', columns: ['document', 'day'], type: 'unique' },
      { name: 'portal_article_views_day', columns: ['day'] },
    ],
    attributes: {
      document: { type: 'string', required: true },
      /** `2026-03-29` */
      day: { type: 'string', required: true },
      count: { type: 'integer', required: true, default: 0 },
    },
  },
};
