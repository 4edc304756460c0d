/** One of ten codes for whoever lost phone or passkey. Each is used once; only hashes are kept. */
export const recoveryCode = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_recovery_codes',
    info: { singularName: 'recovery-code', pluralName: 'recovery-codes', displayName: 'Recovery code' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_recovery_codes_hash', columns: ['customer_id', 'code_hash'], type: 'unique' }],
    attributes: {
      customerId: { type: 'integer', required: true },
      codeHash: { type: 'string', required: true },
      /** The code itself, encrypted, until its owner says that he has it or ten minutes are over: a page must survive a reload. */
      sealed: { type: 'text' },
      shownUntil: { type: 'datetime' },
      usedAt: { type: 'datetime' },
    },
  },
};
