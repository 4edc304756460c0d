/** Trouble that many have at once, as agents tell of it. */
export const incident = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_incidents',
    info: { singularName: 'incident', pluralName: 'incidents', displayName: 'Incident' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_incidents_key', columns: ['key'], type: 'unique' },
      { name: 'portal_incidents_state', columns: ['state'] },
    ],
    attributes: {
      key: { type: 'string', required: true },
      title: { type: 'string', required: true },
      /** Markdown, as all that people write. */
      text: { type: 'text', required: true },
      state: { type: 'string', required: true },
      /** Slugs of those whose requests it touches; with none only those that agents link to it. */
      categories: { type: 'json' },
    },
  },
};
