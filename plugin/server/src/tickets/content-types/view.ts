/** Filters of the inbox that an agent saved under a name. */
export const view = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_views',
    info: { singularName: 'view', pluralName: 'views', displayName: 'View' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_views_owner', columns: ['owner_id'] },
    ],
    attributes: {
      name: { type: 'string', required: true },
      /** Null: shared by all agents. */
      ownerId: { type: 'integer' },
      filters: { type: 'json', required: true },
    },
  },
};
