/** Every mail that was to be sent: queue, delivery log and, in development, the mailbox. */
export const mail = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_mails',
    info: { singularName: 'mail', pluralName: 'mails', displayName: 'Mail' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_mails_key', columns: ['key'], type: 'unique' },
      { name: 'portal_mails_message', columns: ['message_id'] },
      { name: 'portal_mails_due', columns: ['state', 'available_at'] },
      { name: 'portal_mails_ticket', columns: ['ticket_id'] },
      { name: 'portal_mails_to', columns: ['to'] },
    ],
    attributes: {
      /** What the mail is for; a second mail of the same key is the same mail. */
      key: { type: 'string', required: true },
      to: { type: 'string', required: true },
      subject: { type: 'string', required: true },
      text: { type: 'text' },
      html: { type: 'text' },
      headers: { type: 'json' },
      /** What it is about, as customers choose by; none where somebody just asked for it. */
      kind: { type: 'string' },
      messageId: { type: 'string', required: true },
      /** The ticket it is about, so that its words can be found again. */
      ticketId: { type: 'integer' },
      state: { type: 'string', required: true },
      attempts: { type: 'integer', default: 0 },
      availableAt: { type: 'datetime', required: true },
      lockedUntil: { type: 'datetime' },
      sentAt: { type: 'datetime' },
      lastError: { type: 'text' },
    },
  },
};
