/** An app that shows codes (TOTP): one for each customer. A pending key proves nothing until a code of it was shown. */
export const authenticator = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_authenticators',
    info: { singularName: 'authenticator', pluralName: 'authenticators', displayName: 'Authenticator app' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_authenticators_customer', columns: ['customer_id'], type: 'unique' }],
    attributes: {
      customerId: { type: 'integer', required: true },
      /** The key, encrypted (platform/sealed-text.ts). */
      sealedKey: { type: 'text' },
      confirmedAt: { type: 'datetime' },
      /** The time step of the last code that was taken: no code is taken twice, and none from before it. */
      lastStep: { type: 'integer' },
      /** A key that is being set up, encrypted; the one above holds until it is confirmed. */
      pendingKey: { type: 'text' },
      pendingSince: { type: 'datetime' },
    },
  },
};
