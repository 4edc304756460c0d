/** What was said of an incident after its beginning. */
export const incidentUpdate = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_incident_updates',
    info: { singularName: 'incident-update', pluralName: 'incident-updates', displayName: 'Incident update' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_incident_updates_incident', columns: ['incident_id', 'id'] }],
    attributes: {
      incidentId: { type: 'integer', required: true },
      text: { type: 'text', required: true },
      state: { type: 'string', required: true },
      agentName: { type: 'string', required: true },
    },
  },
};
