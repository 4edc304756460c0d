/** One line of a chat: words, or what happened. Its number within the chat is what readers know it by. */
export const chatMessage = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_chat_messages',
    info: { singularName: 'chat-message', pluralName: 'chat-messages', displayName: 'Chat message' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_chat_messages_number', columns: ['chat_id', 'number'], type: 'unique' }],
    attributes: {
      chatId: { type: 'integer', required: true },
      number: { type: 'integer', required: true },
      kind: { type: 'string', required: true },
      authorId: { type: 'integer' },
      authorName: { type: 'string', required: true },
      text: { type: 'text', required: true },
      happened: { type: 'string' },
    },
  },
};
