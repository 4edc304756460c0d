/** A signed-in browser, whose cookie holds the token, or an app, which sends it; this row has only its hash. */
export const session = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_sessions',
    info: { singularName: 'session', pluralName: 'sessions', displayName: 'Session' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_sessions_token', columns: ['token_hash'], type: 'unique' },
      { name: 'portal_sessions_customer', columns: ['customer_id'] },
      { name: 'portal_sessions_expiry', columns: ['expires_at'] },
    ],
    attributes: {
      tokenHash: { type: 'string', required: true },
      customerId: { type: 'integer', required: true },
      device: { type: 'string' },
      address: { type: 'string' },
      /** `app` for tokens; empty for a browser's cookie. */
      kind: { type: 'string' },
      /** What an app may do, with spaces between. */
      scopes: { type: 'string' },
      /** Of an app's access token; the session itself lasts as long as its refresh token. */
      accessExpiresAt: { type: 'datetime' },
      lastSeenAt: { type: 'datetime', required: true },
      expiresAt: { type: 'datetime', required: true },
      /** When whoever sits there last proved who he is; changes to the account want it to be recent. */
      verifiedAt: { type: 'datetime' },
    },
  },
};
