/** A person who may use the portal; address and password are those of the users-permissions user `userId`. */
export const customer = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_customers',
    info: { singularName: 'customer', pluralName: 'customers', displayName: 'Customer' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_customers_user', columns: ['user_id'], type: 'unique' }],
    attributes: {
      userId: { type: 'integer', required: true },
      name: { type: 'string', required: true },
      language: { type: 'string', required: true, default: 'en' },
      timeZone: { type: 'string', required: true, default: 'UTC' },
      theme: { type: 'string', required: true, default: 'auto' },
      segment: { type: 'string', required: true, default: 'standard' },
      portalAccess: { type: 'boolean', required: true, default: true },
    },
  },
};
