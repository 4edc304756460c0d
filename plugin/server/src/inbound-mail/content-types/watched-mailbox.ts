/** How far a mailbox was read, and which node reads it. */
export const watchedMailbox = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_watched_mailboxes',
    info: { singularName: 'watched-mailbox', pluralName: 'watched-mailboxes', displayName: 'Watched mailbox' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_watched_mailboxes_once', columns: ['name'], type: 'unique' }],
    attributes: {
      /** `user@host/mailbox` */
      name: { type: 'string', required: true },
      /** Numbers of messages hold only for one value of this (RFC 9051, 2.3.1.1); a bigint, so a text here. */
      uidValidity: { type: 'string', required: true },
      lastUid: { type: 'biginteger', required: true },
      holder: { type: 'string', required: true },
      leaseUntil: { type: 'datetime', required: true },
    },
  },
};
