/** What a passkey is asked to sign (WebAuthn challenge): of one browser, for one purpose, answered once. */
export const passkeyQuestion = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_passkey_questions',
    info: { singularName: 'passkey-question', pluralName: 'passkey-questions', displayName: 'Passkey question' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_passkey_questions_token', columns: ['token_hash'], type: 'unique' },
      { name: 'portal_passkey_questions_expiry', columns: ['expires_at'] },
    ],
    attributes: {
      tokenHash: { type: 'string', required: true },
      purpose: { type: 'string', required: true },
      /** Whose passkey may answer; null: anybody's, as at the door. */
      customerId: { type: 'integer' },
      question: { type: 'string', required: true },
      expiresAt: { type: 'datetime', required: true },
    },
  },
};
