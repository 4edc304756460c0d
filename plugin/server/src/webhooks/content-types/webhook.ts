/** An address that is told what happens. */
export const webhook = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_webhooks',
    info: { singularName: 'webhook', pluralName: 'webhooks', displayName: 'Webhook' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_webhooks_file', columns: ['file_name'], type: 'unique' }],
    attributes: {
      name: { type: 'string', required: true },
      address: { type: 'text', required: true },
      events: { type: 'json' },
      active: { type: 'boolean', required: true, default: true },
      withEmail: { type: 'boolean', required: true, default: false },
      /** The key, sealed: it signs every message. Null for those that the file keeps, with their key. */
      sealed: { type: 'text' },
      /** Its name in config/plugins.ts; null for those that admins made. */
      fileName: { type: 'string' },
    },
  },
};
