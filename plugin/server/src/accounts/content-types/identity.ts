/** A person as a provider knows him, and the customer whose account he opens. */
export const identity = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_identities',
    info: { singularName: 'identity', pluralName: 'identities', displayName: 'Identity' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_identities_subject', columns: ['issuer', 'subject'], type: 'unique' },
      { name: 'portal_identities_key', columns: ['key'], type: 'unique' },
      { name: 'portal_identities_customer', columns: ['customer_id'] },
    ],
    attributes: {
      /** Names the row in addresses. */
      key: { type: 'string', required: true },
      customerId: { type: 'integer', required: true },
      provider: { type: 'string', required: true },
      /** Who vouches: a name of the configuration may come to mean another provider. */
      issuer: { type: 'string', required: true },
      subject: { type: 'string', required: true },
      email: { type: 'string' },
    },
  },
};
