/** A server that runs, or ran until lately: how its jobs fare, as it says itself once a minute. */
export const heartbeat = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_heartbeats',
    info: { singularName: 'heartbeat', pluralName: 'heartbeats', displayName: 'Heartbeat' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_heartbeats_node', columns: ['node'], type: 'unique' }],
    attributes: {
      /** Of one process, from its start to its end. */
      node: { type: 'string', required: true },
      host: { type: 'string', required: true },
      startedAt: { type: 'datetime', required: true },
      /** By the node's own clock. */
      beatAt: { type: 'datetime', required: true },
      jobs: { type: 'json' },
    },
  },
};
