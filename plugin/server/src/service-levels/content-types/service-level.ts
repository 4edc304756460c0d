/** How this desk counts its promises: one row, made by whoever saves first. `version` grows with every change. */
export const serviceLevel = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_service_levels',
    info: { singularName: 'service-level', pluralName: 'service-levels', displayName: 'Service level' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_service_levels_name', columns: ['name'], type: 'unique' }],
    attributes: {
      /** Always `desk`: what makes the row the only one. */
      name: { type: 'string', required: true },
      version: { type: 'integer', required: true, default: 0 },
      /** BusinessHours of the contract; null until an admin has set them. */
      businessHours: { type: 'json' },
      warnAtPercent: { type: 'integer' },
    },
  },
};
