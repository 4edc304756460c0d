/** An archive of all that belongs to one customer, and how far the making of it is. */
export const dataExport = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_data_exports',
    info: { singularName: 'data-export', pluralName: 'data-exports', displayName: 'Data export' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_data_exports_key', columns: ['key'], type: 'unique' },
      { name: 'portal_data_exports_customer', columns: ['customer_id', 'id'] },
      { name: 'portal_data_exports_due', columns: ['state', 'available_at'] },
    ],
    attributes: {
      /** What its owner calls it by, and the name of its file. */
      key: { type: 'string', required: true },
      customerId: { type: 'integer', required: true },
      state: { type: 'string', required: true },
      /** Which part is being collected, by its number, and the last row of it that was. */
      section: { type: 'integer', required: true, default: 0 },
      lastRow: { type: 'integer', required: true, default: 0 },
      done: { type: 'integer', required: true, default: 0 },
      total: { type: 'integer', required: true, default: 1 },
      attempts: { type: 'integer', required: true, default: 0 },
      availableAt: { type: 'datetime', required: true },
      lockedUntil: { type: 'datetime' },
      lastError: { type: 'text' },
      size: { type: 'biginteger' },
      readyAt: { type: 'datetime' },
      expiresAt: { type: 'datetime' },
    },
  },
};
