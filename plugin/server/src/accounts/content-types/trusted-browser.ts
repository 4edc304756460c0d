/** A browser on which a customer is not asked for his second factor. The cookie holds the token, this row only its hash. */
export const trustedBrowser = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_trusted_browsers',
    info: { singularName: 'trusted-browser', pluralName: 'trusted-browsers', displayName: 'Trusted browser' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_trusted_browsers_token', columns: ['token_hash'], type: 'unique' },
      { name: 'portal_trusted_browsers_customer', columns: ['customer_id'] },
    ],
    attributes: {
      customerId: { type: 'integer', required: true },
      tokenHash: { type: 'string', required: true },
      device: { type: 'string' },
      address: { type: 'string' },
      lastSeenAt: { type: 'datetime', required: true },
      expiresAt: { type: 'datetime', required: true },
    },
  },
};
