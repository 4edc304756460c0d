/** A kind of customer that is treated otherwise: who belongs to it by rule, and what is set for it. */
export const segment = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_segments',
    info: { singularName: 'segment', pluralName: 'segments', displayName: 'Segment' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_segments_name', columns: ['name'], type: 'unique' }],
    attributes: {
      /** A slug, never changed: customers and articles name it. */
      name: { type: 'string', required: true },
      title: { type: 'string', required: true },
      /** The segment from which it has what it does not set itself; null: from the settings for all. */
      inherits: { type: 'string' },
      /** Rules are asked in this order. */
      position: { type: 'integer', required: true, default: 0 },
      /** SegmentRule[] of the contract. */
      rules: { type: 'json' },
      /** PolicyOverrides of the contract. */
      overrides: { type: 'json' },
    },
  },
};
