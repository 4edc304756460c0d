/** Events that are committed but not yet told to every subscriber. */
export const outbox = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_outbox',
    info: { singularName: 'outbox', pluralName: 'outboxes', displayName: 'Outbox' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_outbox_due', columns: ['state', 'available_at'] }],
    attributes: {
      type: { type: 'string', required: true },
      subject: { type: 'string', required: true },
      payload: { type: 'json' },
      /** Names of the subscribers that have had it. */
      done: { type: 'json' },
      state: { type: 'string', required: true },
      attempts: { type: 'integer', default: 0 },
      availableAt: { type: 'datetime', required: true },
      lockedUntil: { type: 'datetime' },
      lastError: { type: 'text' },
    },
  },
};
