/** One message of a ticket. Internal notes are comments too, marked so; every customer query excludes them. */
export const comment = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_comments',
    info: { singularName: 'comment', pluralName: 'comments', displayName: 'Comment' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_comments_key', columns: ['key'], type: 'unique' },
      { name: 'portal_comments_ticket', columns: ['ticket_id', 'id'] },
      { name: 'portal_comments_author', columns: ['author_kind', 'author_id', 'created_at'] },
    ],
    attributes: {
      /** The name the API knows it by: row numbers would tell how busy the desk is. */
      key: { type: 'string', required: true },
      ticketId: { type: 'integer', required: true },
      authorKind: { type: 'string', required: true },
      authorId: { type: 'integer' },
      authorName: { type: 'string', required: true },
      body: { type: 'text', required: true },
      internal: { type: 'boolean', required: true, default: false },
      /** `mail` for what came by mail; nothing for the portal. */
      channel: { type: 'string' },
      /** The quote and the signature that were cut from a mail. */
      cut: { type: 'text' },
      remarks: { type: 'json' },
    },
  },
};
