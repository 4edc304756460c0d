/** An address that a mail server said takes no mail: for good (`hard`), or for a while (`soft`). */
export const bouncedAddress = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_bounced_addresses',
    info: { singularName: 'bounced-address', pluralName: 'bounced-addresses', displayName: 'Bounced address' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_bounced_addresses_address', columns: ['address'], type: 'unique' }],
    attributes: {
      /** In lower case. */
      address: { type: 'string', required: true },
      kind: { type: 'string', required: true },
      /** What the server said. */
      detail: { type: 'text' },
      at: { type: 'datetime', required: true },
    },
  },
};
