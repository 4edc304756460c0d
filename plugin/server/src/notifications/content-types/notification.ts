/** Something that a customer was told of on his page, or will be in his digest. The title is what it was called then. */
export const notification = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_notifications',
    info: { singularName: 'notification', pluralName: 'notifications', displayName: 'Notification' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_notifications_key', columns: ['key'], type: 'unique' },
      { name: 'portal_notifications_customer', columns: ['customer_id', 'shown', 'id'] },
      { name: 'portal_notifications_digest', columns: ['digest_at'] },
      { name: 'portal_notifications_age', columns: ['created_at'] },
    ],
    attributes: {
      /** The occasion and whose it is: told twice, it is the same. */
      key: { type: 'string', required: true },
      customerId: { type: 'integer', required: true },
      kind: { type: 'string', required: true },
      ticketId: { type: 'integer' },
      reference: { type: 'string' },
      title: { type: 'string', required: true },
      /** Who did it. */
      actor: { type: 'string' },
      state: { type: 'string' },
      /** His own request: then its subject may stand in a mail. */
      own: { type: 'boolean', default: true },
      /** On the page; else for the digest alone. */
      shown: { type: 'boolean', default: true },
      readAt: { type: 'datetime' },
      /** When a digest should bring it; empty once one did. */
      digestAt: { type: 'datetime' },
    },
  },
};
