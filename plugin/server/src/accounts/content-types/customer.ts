/** A person who may use the portal; address and password are those of the users-permissions user `userId`. */
export const customer = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_customers',
    info: { singularName: 'customer', pluralName: 'customers', displayName: 'Customer' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_customers_user', columns: ['user_id'], type: 'unique' },
      { name: 'portal_customers_segment', columns: ['segment'] },
      { name: 'portal_customers_organisation', columns: ['organisation_id'] },
    ],
    attributes: {
      userId: { type: 'integer', required: true },
      name: { type: 'string', required: true },
      language: { type: 'string', required: true, default: 'en' },
      timeZone: { type: 'string', required: true, default: 'UTC' },
      theme: { type: 'string', required: true, default: 'auto' },
      /** What was chosen; the standard one where rules decide. */
      segment: { type: 'string', required: true, default: 'standard' },
      /** False where the standard segment was chosen, so that no rule takes him out of it. */
      segmentByRule: { type: 'boolean', default: true },
      organisationId: { type: 'integer' },
      portalAccess: { type: 'boolean', required: true, default: true },
      /** Notifications that he has not seen: counted as they come and go, so that every page knows it for nothing. */
      unread: { type: 'integer', default: 0 },
    },
  },
};
