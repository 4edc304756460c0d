/** What the admin set for the whole installation, by name; `version` is the counter that every process follows. */
export const setting = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_settings',
    info: { singularName: 'setting', pluralName: 'settings', displayName: 'Setting' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_settings_name', columns: ['name'], type: 'unique' }],
    attributes: {
      name: { type: 'string', required: true },
      value: { type: 'json' },
    },
  },
};
