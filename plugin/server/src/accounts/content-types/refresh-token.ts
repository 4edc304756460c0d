/** A refresh token of an app, as a hash. Used ones stay until they would have ended, so that a second use is noticed. */
export const refreshToken = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_refresh_tokens',
    info: { singularName: 'refresh-token', pluralName: 'refresh-tokens', displayName: 'Refresh token' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_refresh_tokens_hash', columns: ['token_hash'], type: 'unique' },
      { name: 'portal_refresh_tokens_session', columns: ['session_id'] },
      { name: 'portal_refresh_tokens_expiry', columns: ['expires_at'] },
    ],
    attributes: {
      tokenHash: { type: 'string', required: true },
      /** Its family: all tokens of one sign-in on one device. */
      sessionId: { type: 'integer', required: true },
      /** `live`, `used` once, or `replaced` because its answer was lost. */
      state: { type: 'string', required: true },
      usedAt: { type: 'datetime' },
      successorId: { type: 'integer' },
      expiresAt: { type: 'datetime', required: true },
    },
  },
};
