/** A file of a message: who brought it, what it was checked to be, where its bytes are. */
export const attachment = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_attachments',
    info: { singularName: 'attachment', pluralName: 'attachments', displayName: 'Attachment' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_attachments_key', columns: ['key'], type: 'unique' },
      { name: 'portal_attachments_comment', columns: ['comment_id'] },
      { name: 'portal_attachments_ticket', columns: ['ticket_id'] },
      { name: 'portal_attachments_scan', columns: ['scan'] },
      { name: 'portal_attachments_loose', columns: ['comment_id', 'created_at'] },
    ],
    attributes: {
      key: { type: 'string', required: true },
      ownerKind: { type: 'string', required: true },
      ownerId: { type: 'integer', required: true },
      /** Null until the message it belongs to is sent. */
      ticketId: { type: 'integer' },
      commentId: { type: 'integer' },
      name: { type: 'string', required: true },
      mime: { type: 'string', required: true },
      size: { type: 'integer', required: true },
      sha256: { type: 'string', required: true },
      internal: { type: 'boolean', required: true, default: false },
      store: { type: 'string' },
      scan: { type: 'string' },
    },
  },
};
