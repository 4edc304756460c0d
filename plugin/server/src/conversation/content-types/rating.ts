/** How a requester found the work on his ticket. */
export const rating = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_ratings',
    info: { singularName: 'rating', pluralName: 'ratings', displayName: 'Rating' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_ratings_ticket', columns: ['ticket_id'], type: 'unique' },
      { name: 'portal_ratings_created', columns: ['created_at'] },
      { name: 'portal_ratings_score', columns: ['score', 'updated_at'] },
    ],
    attributes: {
      ticketId: { type: 'integer', required: true },
      customerId: { type: 'integer', required: true },
      /** Who had the ticket when it was rated. */
      assigneeId: { type: 'integer' },
      /** 1 to 5. */
      score: { type: 'integer', required: true },
      comment: { type: 'text' },
    },
  },
};
