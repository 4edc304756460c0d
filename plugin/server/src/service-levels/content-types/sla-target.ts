/** What is promised to a segment for a priority; an empty one means all of them. */
export const slaTarget = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_sla_targets',
    info: { singularName: 'sla-target', pluralName: 'sla-targets', displayName: 'Service target' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_sla_targets_whom', columns: ['segment', 'priority'], type: 'unique' }],
    attributes: {
      // Not null: of rows with null, a unique index takes any number.
      segment: { type: 'string', required: true },
      priority: { type: 'string', required: true },
      /** Minutes of opening; null: nothing is promised. */
      replyMinutes: { type: 'integer' },
      resolutionMinutes: { type: 'integer' },
    },
  },
};
