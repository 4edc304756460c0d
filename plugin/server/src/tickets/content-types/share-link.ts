/** An address at which whoever has it reads one ticket, until it expires or is taken back; then the row is gone. */
export const shareLink = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_share_links',
    info: { singularName: 'share-link', pluralName: 'share-links', displayName: 'Share link' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_share_links_token', columns: ['token_hash'], type: 'unique' },
      { name: 'portal_share_links_ticket', columns: ['ticket_id'] },
    ],
    attributes: {
      /** What its owner calls it by; opens nothing. */
      key: { type: 'string', required: true },
      ticketId: { type: 'integer', required: true },
      /** Who made it: without access to the portal, his links open nothing either. */
      customerId: { type: 'integer', required: true },
      tokenHash: { type: 'string', required: true },
      expiresAt: { type: 'datetime', required: true },
    },
  },
};
