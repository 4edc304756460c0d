/** A ticket that agents work on together with one of another requester. Nothing of it moves there: its customers read it as before. */
export const joinedTicket = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_joined_tickets',
    info: { singularName: 'joined-ticket', pluralName: 'joined-tickets', displayName: 'Joined ticket' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_joined_tickets_ticket', columns: ['ticket_id'], type: 'unique' },
      { name: 'portal_joined_tickets_lead', columns: ['lead_id'] },
    ],
    attributes: {
      ticketId: { type: 'integer', required: true },
      /** The ticket in which agents go on. */
      leadId: { type: 'integer', required: true },
    },
  },
};
