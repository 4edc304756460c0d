import type { Desk } from './strapi';

/** Rows as a database gives them: SQLite bare, PostgreSQL in an object. */
export const rowsOf = async ({ app }: Desk, sql: string): Promise<Record<string, unknown>[]> => {
  const result = (await app.db.connection.raw(sql)) as Record<string, unknown>[] | { rows: Record<string, unknown>[] };
  return Array.isArray(result) ? result : result.rows;
};
