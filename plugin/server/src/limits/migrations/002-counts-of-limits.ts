import { writeStatement } from '../../platform/statements';
import type { QuickMigration } from '../../platform/migrations';
import { createCounts } from '../store';

/** On PostgreSQL all nodes count together in a table; on SQLite one process counts in memory (decision 038). */
export const countsOfLimits: QuickMigration = {
  name: '002-counts-of-limits',
  what: 'Makes the table in which nodes count limits together, on PostgreSQL.',
  async up(strapi) {
    if (strapi.db.dialect.client === 'postgres') await writeStatement(strapi, createCounts, []);
  },
};
