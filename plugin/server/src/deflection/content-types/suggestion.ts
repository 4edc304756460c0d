/** Answers that were offered before a request was sent: to whom, which, and what came of it. */
export const suggestion = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_suggestions',
    info: { singularName: 'suggestion', pluralName: 'suggestions', displayName: 'Suggestion' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_suggestions_key', columns: ['key'], type: 'unique' },
      { name: 'portal_suggestions_ticket', columns: ['ticket_id'] },
      { name: 'portal_suggestions_owner', columns: ['owner', 'created_at'] },
      { name: 'portal_suggestions_age', columns: ['created_at', 'outcome'] },
      // All that figures count, so that no row is read for it.
      { name: 'portal_suggestions_counts', columns: ['created_at', 'outcome', 'openings', 'offers'] },
    ],
    attributes: {
      key: { type: 'string', required: true },
      /** `customer:12`, or the hash of a browser's random key. */
      owner: { type: 'string', required: true },
      language: { type: 'string', required: true },
      /** Slug of the request's category, if it was known. */
      category: { type: 'string' },
      /** What was about to be sent, masked; taken away once nothing is to be learned from it any more. */
      subject: { type: 'string' },
      text: { type: 'text' },
      /** Articles with the passages that were shown, and what the ranking thought of each. */
      offered: { type: 'json' },
      /** Why these were shown, or none. */
      explanation: { type: 'json' },
      /** Documents that were opened. */
      opened: { type: 'json' },
      /** How many were offered and opened, for counting without reading them. */
      offers: { type: 'integer', required: true, default: 0 },
      openings: { type: 'integer', required: true, default: 0 },
      /** `open`, `solved` or `sent`. */
      outcome: { type: 'string', required: true, default: 'open' },
      solvedBy: { type: 'string' },
      ticketId: { type: 'integer' },
      /** True once its openings were looked at for learning. */
      settled: { type: 'boolean', required: true, default: false },
    },
  },
};
