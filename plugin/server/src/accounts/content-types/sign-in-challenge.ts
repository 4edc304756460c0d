/** A sign-in whose first step is proven and whose second is awaited. Bound to one customer; the cookie holds the token, this row only its hash. */
export const signInChallenge = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_sign_in_challenges',
    info: { singularName: 'sign-in-challenge', pluralName: 'sign-in-challenges', displayName: 'Sign-in challenge' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_sign_in_challenges_token', columns: ['token_hash'], type: 'unique' },
      { name: 'portal_sign_in_challenges_expiry', columns: ['expires_at'] },
      { name: 'portal_sign_in_challenges_customer', columns: ['customer_id'] },
    ],
    attributes: {
      tokenHash: { type: 'string', required: true },
      customerId: { type: 'integer', required: true },
      /** What proved the first step. */
      how: { type: 'string', required: true },
      attempts: { type: 'integer', required: true, default: 0 },
      expiresAt: { type: 'datetime', required: true },
    },
  },
};
