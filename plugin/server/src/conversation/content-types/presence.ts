/** An agent who has a ticket on the screen, until the time is over without another sign. */
export const presence = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_presences',
    info: { singularName: 'presence', pluralName: 'presences', displayName: 'Presence' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_presences_once', columns: ['ticket_id', 'agent_id'], type: 'unique' },
    ],
    attributes: {
      ticketId: { type: 'integer', required: true },
      agentId: { type: 'integer', required: true },
      agentName: { type: 'string', required: true },
      writing: { type: 'boolean', required: true, default: false },
      expiresAt: { type: 'datetime', required: true },
    },
  },
};
