/** One accepted form or call, remembered so that its repetition changes nothing. */
export const idempotencyKey = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_idempotency_keys',
    info: { singularName: 'idempotency-key', pluralName: 'idempotency-keys', displayName: 'Idempotency key' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_idempotency_once', columns: ['owner', 'key'], type: 'unique' },
      { name: 'portal_idempotency_age', columns: ['created_at'] },
    ],
    attributes: {
      /** Whose key it is (`customer:12`): two people may choose the same. */
      owner: { type: 'string', required: true },
      key: { type: 'string', required: true },
      fingerprint: { type: 'string', required: true },
      outcome: { type: 'string', required: true },
    },
  },
};
