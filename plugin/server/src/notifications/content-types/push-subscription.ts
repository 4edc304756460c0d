/** A browser in which a customer is told when the portal is not open. It lives no longer than the session that made it. */
export const pushSubscription = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_push_subscriptions',
    info: { singularName: 'push-subscription', pluralName: 'push-subscriptions', displayName: 'Push subscription' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_push_subscriptions_key', columns: ['key'], type: 'unique' },
      { name: 'portal_push_subscriptions_endpoint', columns: ['endpoint_hash'], type: 'unique' },
      { name: 'portal_push_subscriptions_customer', columns: ['customer_id'] },
    ],
    attributes: {
      /** The name the API knows it by. */
      key: { type: 'string', required: true },
      customerId: { type: 'integer', required: true },
      sessionId: { type: 'integer', required: true },
      /** A browser has one address: whoever signs in there next takes it over. */
      endpointHash: { type: 'string', required: true },
      /** Address and keys, sealed: whoever has the address can send to it. */
      sealed: { type: 'text', required: true },
      device: { type: 'string' },
      withText: { type: 'boolean', required: true, default: false },
    },
  },
};
