/** A customer who gets each update of an incident by mail. */
export const incidentFollower = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_incident_followers',
    info: { singularName: 'incident-follower', pluralName: 'incident-followers', displayName: 'Incident follower' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_incident_followers_once', columns: ['incident_id', 'customer_id'], type: 'unique' },
      { name: 'portal_incident_followers_customer', columns: ['customer_id'] },
    ],
    attributes: {
      incidentId: { type: 'integer', required: true },
      customerId: { type: 'integer', required: true },
    },
  },
};
