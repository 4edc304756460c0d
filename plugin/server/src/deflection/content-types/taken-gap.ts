/** A gap of the knowledge base that an author has begun to close. */
export const takenGap = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_taken_gaps',
    info: { singularName: 'taken-gap', pluralName: 'taken-gaps', displayName: 'Taken gap' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_taken_gaps_gap', columns: ['gap'], type: 'unique' }],
    attributes: {
      gap: { type: 'string', required: true },
      document: { type: 'string', required: true },
      language: { type: 'string', required: true },
      takenBy: { type: 'string', required: true },
    },
  },
};
