/** How many answers were written on a day for somebody, or for all. One row each; no address is in it. */
export const answerBudget = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_answer_budgets',
    info: { singularName: 'answer-budget', pluralName: 'answer-budgets', displayName: 'Answer budget' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_answer_budgets_name', columns: ['name'], type: 'unique' }],
    attributes: {
      /** `2026-01-31 customer:12`, `2026-01-31 visitor:…` (a keyed hash that is another one each day), `2026-01-31 all`. */
      name: { type: 'string', required: true },
      spent: { type: 'integer', required: true, default: 0 },
    },
  },
};
