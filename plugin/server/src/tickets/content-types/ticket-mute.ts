/** A ticket that a customer wants not to hear of; he reads it as before. */
export const ticketMute = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_ticket_mutes',
    info: { singularName: 'ticket-mute', pluralName: 'ticket-mutes', displayName: 'Muted ticket' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_ticket_mutes_once', columns: ['ticket_id', 'customer_id'], type: 'unique' }],
    attributes: {
      ticketId: { type: 'integer', required: true },
      customerId: { type: 'integer', required: true },
    },
  },
};
