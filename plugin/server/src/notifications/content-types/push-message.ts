/** Something that one browser is to be told. What it says is taken away once it was sent. */
export const pushMessage = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_push_messages',
    info: { singularName: 'push-message', pluralName: 'push-messages', displayName: 'Push message' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_push_messages_key', columns: ['key'], type: 'unique' },
      { name: 'portal_push_messages_due', columns: ['state', 'available_at'] },
      { name: 'portal_push_messages_customer', columns: ['customer_id'] },
      { name: 'portal_push_messages_age', columns: ['created_at'] },
    ],
    attributes: {
      /** The occasion and the browser: told twice, it is sent once. */
      key: { type: 'string', required: true },
      customerId: { type: 'integer', required: true },
      subscriptionId: { type: 'integer', required: true },
      message: { type: 'json' },
      /** queued, sent, or dropped: refused, too old, or its browser is gone. */
      state: { type: 'string', required: true },
      attempts: { type: 'integer', required: true, default: 0 },
      availableAt: { type: 'datetime', required: true },
      lockedUntil: { type: 'datetime' },
    },
  },
};
