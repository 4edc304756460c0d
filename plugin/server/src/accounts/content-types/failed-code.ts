/** A wrong code or password of a second step. Kept for a day, to be counted. */
export const failedCode = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_failed_codes',
    info: { singularName: 'failed-code', pluralName: 'failed-codes', displayName: 'Failed code' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_failed_codes_customer', columns: ['customer_id', 'place', 'created_at'] }],
    attributes: {
      customerId: { type: 'integer', required: true },
      /** Where it was tried: an address or a session that is known to be the customer's, or `elsewhere` for all others together. */
      place: { type: 'string', required: true },
    },
  },
};
