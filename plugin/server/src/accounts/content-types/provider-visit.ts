/**
 * A browser on its way to a provider and back, a quarter of an hour at most. Nonce and verifier stand nowhere:
 * they are made of the browser's cookie and the state, of which the row has only hashes.
 */
export const providerVisit = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_provider_visits',
    info: { singularName: 'provider-visit', pluralName: 'provider-visits', displayName: 'Visit to a provider' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_provider_visits_state', columns: ['state_hash'], type: 'unique' },
      { name: 'portal_provider_visits_browser', columns: ['browser_hash'] },
      { name: 'portal_provider_visits_email', columns: ['email'] },
      { name: 'portal_provider_visits_expiry', columns: ['expires_at'] },
    ],
    attributes: {
      stateHash: { type: 'string', required: true },
      browserHash: { type: 'string', required: true },
      provider: { type: 'string', required: true },
      /** `left` for the provider, `back` from it, `proving` an address. */
      stage: { type: 'string', required: true },
      /** Who links the provider to his account; null: somebody signs in. */
      customerId: { type: 'integer' },
      goTo: { type: 'string' },
      issuer: { type: 'string' },
      subject: { type: 'string' },
      email: { type: 'string' },
      name: { type: 'string' },
      /** Of the mailed code and the browser's cookie together, so that it cannot be guessed from the table. */
      codeHash: { type: 'string' },
      attempts: { type: 'integer', default: 0 },
      mails: { type: 'integer', default: 0 },
      expiresAt: { type: 'datetime', required: true },
    },
  },
};
