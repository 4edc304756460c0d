/** A passkey of a customer (WebAuthn credential). Its public key is no secret. */
export const passkey = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_passkeys',
    info: { singularName: 'passkey', pluralName: 'passkeys', displayName: 'Passkey' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_passkeys_credential', columns: ['credential_hash'], type: 'unique' },
      { name: 'portal_passkeys_customer', columns: ['customer_id'] },
    ],
    attributes: {
      customerId: { type: 'integer', required: true },
      /** What its owner calls it. */
      name: { type: 'string', required: true },
      /** SHA-256 of the credential's id, which can be longer than an index takes. */
      credentialHash: { type: 'string', required: true },
      credentialId: { type: 'text', required: true },
      /** COSE key, base64url. */
      publicKey: { type: 'text', required: true },
      /** How often it says that it was used; 0 for those that do not count. */
      counter: { type: 'biginteger', required: true },
      transports: { type: 'json' },
      lastUsedAt: { type: 'datetime' },
    },
  },
};
