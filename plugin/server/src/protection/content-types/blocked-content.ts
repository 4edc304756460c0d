/** Something that a page wanted to load or run and that its policy did not allow, as browsers reported it; one row for all reports of the same. */
export const blockedContent = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_blocked_contents',
    info: { singularName: 'blocked-content', pluralName: 'blocked-contents', displayName: 'Blocked content' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_blocked_contents_key', columns: ['key'], type: 'unique' },
      { name: 'portal_blocked_contents_last', columns: ['last_seen_at'] },
    ],
    attributes: {
      /** Hash of the three below. */
      key: { type: 'string', required: true },
      directive: { type: 'string', required: true },
      blocked: { type: 'string', required: true },
      page: { type: 'string', required: true },
      count: { type: 'integer', required: true },
      lastSeenAt: { type: 'datetime', required: true },
    },
  },
};
