/** Which migrations ran, when, for how long, and what they dealt with. Its unique name is also their lock. */
export const migration = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_migrations',
    info: { singularName: 'migration', pluralName: 'migrations', displayName: 'Migration' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_migrations_once', columns: ['name'], type: 'unique' }],
    attributes: {
      name: { type: 'string', required: true },
      what: { type: 'text' },
      /** `begun`, `done` or `failed`. */
      state: { type: 'string', required: true },
      startedAt: { type: 'datetime' },
      endedAt: { type: 'datetime' },
      /** Milliseconds of work, steps of several processes together. */
      tookMs: { type: 'integer', default: 0 },
      /** How many things it dealt with. */
      done: { type: 'integer', default: 0 },
      /** Where its next step goes on. */
      mark: { type: 'text' },
      lastError: { type: 'text' },
    },
  },
};
