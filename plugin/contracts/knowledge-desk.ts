/** The authors' half of the knowledge base: answers of the admin API under `/portal/knowledge`. */

/** RBAC actions; a role gets them in Settings → Roles → Plugins → Customer Portal. */
export const knowledgeActions = {
  /** See the gap board and the figures. */
  read: 'plugin::portal.knowledge.read',
  /** Approve articles, and publish them without anybody's approval. */
  publish: 'plugin::portal.knowledge.publish',
  /** Rebuild the search index. */
  rebuild: 'plugin::portal.knowledge.rebuild',
} as const;
