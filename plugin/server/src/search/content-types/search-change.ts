/** What changed, written with the change; its id is the counter that every process follows. */
export const searchChange = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_search_changes',
    info: { singularName: 'search-change', pluralName: 'search-changes', displayName: 'Search change' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_search_changes_age', columns: ['created_at'] }],
    attributes: {
      /** `document`, `example`, `words` or `rebuild`. */
      type: { type: 'string', required: true },
      key: { type: 'string', required: true },
    },
  },
};
