/** What a form held before it could be sent: survives errors, a closed tab and the end of a session. */
export const draft = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_drafts',
    info: { singularName: 'draft', pluralName: 'drafts', displayName: 'Draft' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_drafts_jar', columns: ['jar_hash', 'purpose'], type: 'unique' },
      { name: 'portal_drafts_customer', columns: ['customer_id', 'purpose'] },
      { name: 'portal_drafts_age', columns: ['updated_at'] },
    ],
    attributes: {
      /** Hash of the browser's random draft cookie. */
      jarHash: { type: 'string', required: true },
      purpose: { type: 'string', required: true },
      /** Set once a signed-in customer wrote or read it; nobody else can read it then. */
      customerId: { type: 'integer' },
      values: { type: 'json' },
    },
  },
};
