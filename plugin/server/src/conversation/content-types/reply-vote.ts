/** Whether one reply of support helped somebody who takes part in the ticket. */
export const replyVote = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_reply_votes',
    info: { singularName: 'reply-vote', pluralName: 'reply-votes', displayName: 'Reply vote' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_reply_votes_once', columns: ['comment_id', 'customer_id'], type: 'unique' },
      { name: 'portal_reply_votes_ticket', columns: ['ticket_id', 'customer_id'] },
    ],
    attributes: {
      commentId: { type: 'integer', required: true },
      ticketId: { type: 'integer', required: true },
      customerId: { type: 'integer', required: true },
      helpful: { type: 'boolean', required: true },
    },
  },
};
