/** Somebody who begins no chat for a while: a guest, a customer, or the network that a guest called from. */
export const chatBlock = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_chat_blocks',
    info: { singularName: 'chat-block', pluralName: 'chat-blocks', displayName: 'Chat block' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_chat_blocks_subject', columns: ['subject', 'until'] }],
    attributes: {
      /** `visitor …`, `customer …` or `address …`, the first and last by their hash. */
      subject: { type: 'string', required: true },
      until: { type: 'datetime', required: true },
      reason: { type: 'string', required: true },
      agentName: { type: 'string', required: true },
    },
  },
};
