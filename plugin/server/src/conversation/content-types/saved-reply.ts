/** A text that agents send again and again, with variables in double braces. */
export const savedReply = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_saved_replies',
    info: { singularName: 'saved-reply', pluralName: 'saved-replies', displayName: 'Saved reply' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_saved_replies_owner', columns: ['owner_id'] }],
    attributes: {
      name: { type: 'string', required: true },
      /** Null: shared by all agents. */
      ownerId: { type: 'integer' },
      body: { type: 'text', required: true },
    },
  },
};
