/** A ticket that agents count to an incident: one incident a ticket. */
export const incidentTicket = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_incident_tickets',
    info: { singularName: 'incident-ticket', pluralName: 'incident-tickets', displayName: 'Incident ticket' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_incident_tickets_ticket', columns: ['ticket_id'], type: 'unique' },
      { name: 'portal_incident_tickets_incident', columns: ['incident_id'] },
    ],
    attributes: {
      incidentId: { type: 'integer', required: true },
      ticketId: { type: 'integer', required: true },
    },
  },
};
