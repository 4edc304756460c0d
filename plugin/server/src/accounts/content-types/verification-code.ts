/**
 * A mailed link that was not followed yet. A registration lives only here until its link is followed:
 * no account exists before, so nobody can park one under another person's address.
 */
export const verificationCode = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_verification_codes',
    info: { singularName: 'verification-code', pluralName: 'verification-codes', displayName: 'Verification code' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_codes_hash', columns: ['code_hash'], type: 'unique' },
      { name: 'portal_codes_expiry', columns: ['expires_at'] },
    ],
    attributes: {
      codeHash: { type: 'string', required: true },
      purpose: { type: 'string', required: true },
      email: { type: 'string', required: true },
      data: { type: 'json' },
      expiresAt: { type: 'datetime', required: true },
    },
  },
};
