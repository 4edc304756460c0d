/** A company or house to which customers belong. */
export const organisation = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_organisations',
    info: { singularName: 'organisation', pluralName: 'organisations', displayName: 'Organisation' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_organisations_name', columns: ['name'], type: 'unique' }],
    attributes: {
      name: { type: 'string', required: true },
      /** Whoever registers with an address of these domains belongs to it. */
      domains: { type: 'json' },
    },
  },
};
