/**
 * What one ticket adds to the figures of which day. Of a ticket that is gone, the row stays without its number, so that
 * figures of the past do not change; it names nobody.
 */
export const ticketFact = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_ticket_facts',
    info: { singularName: 'ticket-fact', pluralName: 'ticket-facts', displayName: 'Ticket fact' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_ticket_facts_ticket', columns: ['ticket_id'], type: 'unique' }],
    attributes: {
      ticketId: { type: 'integer' },
      segment: { type: 'string', required: true, default: '' },
      category: { type: 'string', required: true, default: '' },
      agent: { type: 'string', required: true, default: '' },
      language: { type: 'string', required: true, default: '' },
      /** Amounts by day and measure, as the text that was added to the sums. */
      contribution: { type: 'text', required: true },
      /** How it was counted: the release's way, and the time zone whose days these are. */
      shape: { type: 'string', required: true },
    },
  },
};
