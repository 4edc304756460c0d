/** Whether an agent takes chats, how many at once, and when he was last there. */
export const chatSeat = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_chat_seats',
    info: { singularName: 'chat-seat', pluralName: 'chat-seats', displayName: 'Chat seat' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_chat_seats_agent', columns: ['agent_id'], type: 'unique' }],
    attributes: {
      agentId: { type: 'integer', required: true },
      agentName: { type: 'string', required: true },
      available: { type: 'boolean', required: true },
      /** Null: what the settings say. */
      most: { type: 'integer' },
      seenAt: { type: 'datetime', required: true },
    },
  },
};
