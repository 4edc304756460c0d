/** A live chat, with all that its pages ask for in one row. Its lines are `portal_chat_messages`. */
export const chat = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_chats',
    info: { singularName: 'chat', pluralName: 'chats', displayName: 'Chat' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_chats_key', columns: ['key'], type: 'unique' },
      { name: 'portal_chats_state', columns: ['state', 'waiting_since', 'id'] },
      { name: 'portal_chats_agent', columns: ['agent_id', 'state'] },
      { name: 'portal_chats_customer', columns: ['customer_id'] },
      { name: 'portal_chats_visitor', columns: ['visitor_hash'] },
      { name: 'portal_chats_unseen', columns: ['unseen_since'] },
      { name: 'portal_chats_ticket', columns: ['ticket_id'] },
    ],
    attributes: {
      key: { type: 'string', required: true },
      state: { type: 'string', required: true },
      /** Of a guest: what is stored of his token. */
      visitorHash: { type: 'string' },
      customerId: { type: 'integer' },
      name: { type: 'string', required: true },
      email: { type: 'string', required: true },
      proven: { type: 'boolean', required: true },
      language: { type: 'string', required: true },
      segment: { type: 'string', required: true },
      categoryId: { type: 'integer' },
      source: { type: 'string', required: true },
      page: { type: 'text', required: true },
      /** Of the network that a guest calls from; gone a day after the chat. */
      addressHash: { type: 'string' },
      agentId: { type: 'integer' },
      agentName: { type: 'string' },
      /** Number of the last line, given out under the lock of this row. */
      lastNumber: { type: 'integer', required: true },
      lastAgentNumber: { type: 'integer', required: true },
      seenByVisitor: { type: 'integer', required: true },
      seenByAgent: { type: 'integer', required: true },
      /** Messages of the visitor that the agent has not seen. */
      unread: { type: 'integer', required: true },
      /** Since when something of an agent waits to be seen or mailed. */
      unseenSince: { type: 'datetime' },
      mailedUpTo: { type: 'integer', required: true },
      excerpt: { type: 'text', required: true },
      /** His place in the queue, kept when he comes back into it. */
      waitingSince: { type: 'datetime', required: true },
      /** When an agent took it first. */
      takenAt: { type: 'datetime' },
      lastWordAt: { type: 'datetime', required: true },
      endedAt: { type: 'datetime' },
      ticketId: { type: 'integer' },
      reference: { type: 'string' },
      score: { type: 'integer' },
      ratingComment: { type: 'text' },
    },
  },
};
