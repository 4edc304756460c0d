/** What one customer wants to hear of, and when. Whoever has none is told as his segment's policy says. */
export const notificationChoice = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_notification_choices',
    info: { singularName: 'notification-choice', pluralName: 'notification-choices', displayName: 'Notification choice' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_notification_choices_customer', columns: ['customer_id'], type: 'unique' }],
    attributes: {
      customerId: { type: 'integer', required: true },
      /** Channels by kind; what is not named follows the policy. */
      choices: { type: 'json' },
      /** `HH:MM` in his time zone; both or none. */
      quietFrom: { type: 'string' },
      quietUntil: { type: 'string' },
      digestHour: { type: 'integer', default: 8 },
      /** Makes the address of his feed; another one, and the old address opens nothing. */
      feedKey: { type: 'string' },
    },
  },
};
