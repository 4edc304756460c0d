/** An article that answered a ticket, or a request that was never sent: what the search learns from. */
export const articleLink = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_article_links',
    info: { singularName: 'article-link', pluralName: 'article-links', displayName: 'Article link' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_article_links_once', columns: ['cause', 'document'], type: 'unique' },
      { name: 'portal_article_links_document', columns: ['document'] },
    ],
    attributes: {
      /** `ticket:12` or `suggestion:…`: also the name of what was learned from it. */
      cause: { type: 'string', required: true },
      ticketId: { type: 'integer' },
      document: { type: 'string', required: true },
      /** `solved_by_suggestion`, `agent_link` or `opened_not_sent`. */
      source: { type: 'string', required: true },
      /** Taken back: kept, so that it is not found and put in again. */
      removed: { type: 'boolean', required: true, default: false },
    },
  },
};
