/**
 * Something that one address is to be told. It holds what happened by ids alone: words are read when it is sent, so
 * that what was erased or taken out meanwhile goes nowhere.
 */
export const webhookMessage = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_webhook_messages',
    info: { singularName: 'webhook-message', pluralName: 'webhook-messages', displayName: 'Webhook message' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_webhook_messages_key', columns: ['key'], type: 'unique' },
      { name: 'portal_webhook_messages_due', columns: ['state', 'available_at'] },
      { name: 'portal_webhook_messages_webhook', columns: ['webhook_id', 'id'] },
      { name: 'portal_webhook_messages_age', columns: ['created_at'] },
    ],
    attributes: {
      /** `webhook-id`: of the event and the webhook, so that one that is told twice is one. */
      key: { type: 'string', required: true },
      webhookId: { type: 'integer', required: true },
      event: { type: 'string', required: true },
      /** The ticket's reference, or the chat's key. */
      subject: { type: 'string', required: true },
      about: { type: 'json' },
      happenedAt: { type: 'datetime', required: true },
      /** queued, sent, failed (given up), or dropped: nothing is left to tell. */
      state: { type: 'string', required: true },
      attempts: { type: 'integer', required: true, default: 0 },
      availableAt: { type: 'datetime', required: true },
      lockedUntil: { type: 'datetime' },
      status: { type: 'integer' },
      lastError: { type: 'string' },
    },
  },
};
