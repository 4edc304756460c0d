/** One row a document: a new version each time that what is published of it changes. Every process follows it. */
export const articleVersion = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_article_versions',
    info: { singularName: 'article-version', pluralName: 'article-versions', displayName: 'Article version' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_article_versions_document', columns: ['document'], type: 'unique' },
      { name: 'portal_article_versions_changed', columns: ['changed_at'] },
    ],
    attributes: {
      /** Document id of an article, or `categories` for all of them. */
      document: { type: 'string', required: true },
      version: { type: 'string', required: true },
      changedAt: { type: 'datetime', required: true },
    },
  },
};
