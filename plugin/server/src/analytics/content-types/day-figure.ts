import { longMeasures, measures } from '../measures';

/** Sums of one day: of all tickets, and of each segment, category, agent and language. */
export const dayFigure = {
  schema: {
    kind: 'collectionType',
    collectionName: 'portal_day_figures',
    info: { singularName: 'day-figure', pluralName: 'day-figures', displayName: 'Day figure' },
    options: { draftAndPublish: false },
    pluginOptions: { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } },
    indexes: [{ name: 'portal_day_figures_once', columns: ['dimension', 'value', 'day'], type: 'unique' }],
    attributes: {
      /** `all`, or a dimension of the contract. */
      dimension: { type: 'string', required: true },
      /** Name of the segment, number of category or agent, code of the language; empty for none. */
      value: { type: 'string', required: true },
      /** `2026-03-29`, in the desk's time zone. */
      day: { type: 'string', required: true },
      ...Object.fromEntries(measures.map((name) => [name, { type: longMeasures.includes(name) ? 'biginteger' : 'integer', required: true, default: 0 }])),
    },
  },
};
