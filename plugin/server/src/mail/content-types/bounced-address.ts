/** An address of which a mail came back. */
export const bouncedAddress = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_bounced_addresses',
    info: { singularName: 'bounced-address', pluralName: 'bounced-addresses', displayName: 'Bounced address' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_bounced_addresses_once', columns: ['address'], type: 'unique' }],
    attributes: {
      /** In lower case, as users have theirs. */
      address: { type: 'string', required: true },
      /** `hard`: there is no such mailbox; `soft`: it may take mails later. */
      kind: { type: 'string', required: true },
      detail: { type: 'text' },
      at: { type: 'datetime', required: true },
    },
  },
};
