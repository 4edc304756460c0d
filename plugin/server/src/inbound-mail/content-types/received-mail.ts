/** A mail as it came in, and what was made of it. Its bytes are a private file of the same key. */
export const receivedMail = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_received_mails',
    info: { singularName: 'received-mail', pluralName: 'received-mails', displayName: 'Received mail' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_received_mails_key', columns: ['key'], type: 'unique' },
      { name: 'portal_received_mails_once', columns: ['fingerprint'], type: 'unique' },
      { name: 'portal_received_mails_due', columns: ['state', 'available_at'] },
      { name: 'portal_received_mails_message', columns: ['message_id'] },
      { name: 'portal_received_mails_ticket', columns: ['ticket_id', 'created_at'] },
      { name: 'portal_received_mails_sender', columns: ['sender', 'created_at'] },
    ],
    attributes: {
      key: { type: 'string', required: true },
      /** The same mail, however often and by whatever way it is delivered. */
      fingerprint: { type: 'string', required: true },
      sha256: { type: 'string', required: true },
      messageId: { type: 'string' },
      sender: { type: 'string', required: true },
      /** Addresses that it was delivered to, as JSON. */
      recipients: { type: 'json', required: true },
      subject: { type: 'string', required: true },
      via: { type: 'string', required: true },
      /** Bytes of the mail; of one that is too large only the head was kept. */
      size: { type: 'integer', required: true },
      state: { type: 'string', required: true },
      reason: { type: 'string' },
      /** What each step found. */
      decisions: { type: 'json' },
      /** How an admin let it in: `answer` or `request`. */
      admitted: { type: 'string' },
      attempts: { type: 'integer', required: true, default: 0 },
      availableAt: { type: 'datetime', required: true },
      lockedUntil: { type: 'datetime' },
      lastError: { type: 'text' },
      /** The ticket that it belongs to, and the message that was made of it. */
      ticketId: { type: 'integer' },
      commentId: { type: 'integer' },
    },
  },
};
