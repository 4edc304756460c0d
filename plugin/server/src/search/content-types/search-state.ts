/** One row: which generation of documents is current, and which is being built. */
export const searchState = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_search_states',
    info: { singularName: 'search-state', pluralName: 'search-states', displayName: 'Search state' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_search_states_name', columns: ['name'], type: 'unique' }],
    attributes: {
      name: { type: 'string', required: true },
      generation: { type: 'integer', required: true },
      building: { type: 'integer' },
      /** A rebuild that died is over once this has passed. */
      builtUntil: { type: 'datetime' },
    },
  },
};
