/** An agent’s reply that can still be taken back. It is no comment yet, so nothing that customers read can find it. */
export const heldReply = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_held_replies',
    info: { singularName: 'held-reply', pluralName: 'held-replies', displayName: 'Held reply' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_held_replies_key', columns: ['key'], type: 'unique' },
      { name: 'portal_held_replies_ticket', columns: ['ticket_id'] },
      { name: 'portal_held_replies_release', columns: ['release_at'] },
    ],
    attributes: {
      key: { type: 'string', required: true },
      ticketId: { type: 'integer', required: true },
      agentId: { type: 'integer', required: true },
      agentName: { type: 'string', required: true },
      body: { type: 'text', required: true },
      /** Keys of the agent's loose files. */
      files: { type: 'json', required: true },
      /** What the ticket becomes; null: what a reply makes of it. */
      state: { type: 'string' },
      /** Ids of other tickets, worked on in this one, to which it also goes. */
      alsoTo: { type: 'json' },
      /** The last message at that time: what the customer writes after it was not seen. */
      afterComment: { type: 'integer', required: true },
      releaseAt: { type: 'datetime', required: true },
    },
  },
};
