/**
 * Somebody whom a requester lets read and answer a ticket, by his address: a customer of that address, now or
 * once he has an account. An address counts only once its mailbox was proven, so it needs no joining later.
 */
export const participant = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_participants',
    info: { singularName: 'participant', pluralName: 'participants', displayName: 'Participant' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_participants_once', columns: ['ticket_id', 'email'], type: 'unique' },
      { name: 'portal_participants_email', columns: ['email', 'ticket_id'] },
    ],
    attributes: {
      /** What the API calls him by. */
      key: { type: 'string', required: true },
      ticketId: { type: 'integer', required: true },
      /** In lower case, as users have theirs. */
      email: { type: 'string', required: true },
    },
  },
};
