/** A word that agents put on a ticket. */
export const ticketTag = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_ticket_tags',
    info: { singularName: 'ticket-tag', pluralName: 'ticket-tags', displayName: 'Ticket tag' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_ticket_tags_once', columns: ['ticket_id', 'tag'], type: 'unique' },
      { name: 'portal_ticket_tags_tag', columns: ['tag', 'ticket_id'] },
    ],
    attributes: {
      ticketId: { type: 'integer', required: true },
      tag: { type: 'string', required: true },
    },
  },
};
