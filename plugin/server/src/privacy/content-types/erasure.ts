/** That a customer's data is to be erased, and how far it is. It names him by his number only, which nothing leads back from afterwards. */
export const erasure = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_erasures',
    info: { singularName: 'erasure', pluralName: 'erasures', displayName: 'Erasure' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_erasures_customer', columns: ['customer_id', 'id'] },
      { name: 'portal_erasures_due', columns: ['state', 'available_at'] },
    ],
    attributes: {
      customerId: { type: 'integer', required: true },
      state: { type: 'string', required: true },
      /** An admin's name; none where the customer asked himself. */
      startedBy: { type: 'string' },
      adminId: { type: 'integer' },
      /** Which step is next, by its number. */
      step: { type: 'integer', required: true, default: 0 },
      /** How many of what was erased. */
      counts: { type: 'json' },
      attempts: { type: 'integer', required: true, default: 0 },
      /** When it begins, and after a failure when it goes on. */
      availableAt: { type: 'datetime', required: true },
      lockedUntil: { type: 'datetime' },
      lastError: { type: 'text' },
      finishedAt: { type: 'datetime' },
    },
  },
};
