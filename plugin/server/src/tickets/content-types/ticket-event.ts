/** What happened to a ticket, in order: the timeline. */
export const ticketEvent = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_ticket_events',
    info: { singularName: 'ticket-event', pluralName: 'ticket-events', displayName: 'Ticket event' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_ticket_events_ticket', columns: ['ticket_id', 'id'] }],
    attributes: {
      ticketId: { type: 'integer', required: true },
      type: { type: 'string', required: true },
      actorKind: { type: 'string', required: true },
      actorName: { type: 'string', required: true },
      data: { type: 'json' },
      /** Only for agents: notes and assignments. */
      internal: { type: 'boolean', required: true, default: false },
    },
  },
};
