/** Who changed what, when, and what it was before. Written beside the change, never changed. */
export const auditEntry = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_audit_entries',
    info: { singularName: 'audit-entry', pluralName: 'audit-entries', displayName: 'Audit entry' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [
      { name: 'portal_audit_entries_created', columns: ['created_at'] },
      { name: 'portal_audit_entries_kind', columns: ['kind', 'id'] },
      { name: 'portal_audit_entries_customer', columns: ['customer_id', 'id'] },
      { name: 'portal_audit_entries_once', columns: ['once_key'], type: 'unique' },
    ],
    attributes: {
      /** The admin's name as it was then, or `code`. */
      who: { type: 'string', required: true },
      adminId: { type: 'integer' },
      what: { type: 'string', required: true },
      action: { type: 'string', required: true },
      before: { type: 'json' },
      after: { type: 'json' },
      /** `change`, `sign_in`, `access`, `privacy` or `retention`. */
      kind: { type: 'string', default: 'change' },
      /** Whom it is about. */
      customerId: { type: 'integer' },
      /** What is noted once only: the same key is the same entry. */
      onceKey: { type: 'string' },
    },
  },
};
