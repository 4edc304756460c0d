/** A search, without who searched: what was looked for, and whether something was found and opened. */
export const searchRecord = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_search_records',
    info: { singularName: 'search-record', pluralName: 'search-records', displayName: 'Search record' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_search_records_key', columns: ['key'], type: 'unique' },
      { name: 'portal_search_records_age', columns: ['created_at', 'normal'] },
      // All that figures count, so that no row is read for it.
      { name: 'portal_search_records_counts', columns: ['created_at', 'results', 'openings'] },
    ],
    attributes: {
      /** By which an opening names it. */
      key: { type: 'string', required: true },
      /** With addresses and numbers masked. */
      query: { type: 'string', required: true },
      /** The form by which the same questions are counted together. */
      normal: { type: 'string', required: true },
      language: { type: 'string', required: true },
      results: { type: 'integer', required: true },
      openings: { type: 'integer', required: true, default: 0 },
    },
  },
};
