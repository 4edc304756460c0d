import type { Strapi } from './domain';

type Binding = string | number | boolean | Date | null;

/**
 * Rows of one SELECT that is written out, for the few reads that every page waits for: Strapi's query engine
 * takes three times as long as the database for each of them. Outside of transactions only (it would wait
 * for a second connection). `?` stands for a binding; aliases go in double quotes (PostgreSQL folds them).
 */
export const readRows = async <Row>(strapi: Strapi, sql: string, bindings: Binding[] = []): Promise<Row[]> => {
  const result: unknown = await strapi.db.connection.raw(sql, bindings);
  // SQLite answers the rows themselves, PostgreSQL an object around them.
  return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
};

/** `ticketId` → `{ ticketId: 'ticket_id' }`: what a knex `select` needs to answer rows as Strapi's engine would. */
export const columnsFor = (names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]));

/** A JSON column as it was stored: SQLite answers its text, PostgreSQL the value. */
export const storedJson = <Value>(value: Value | string): Value => (typeof value === 'string' ? (JSON.parse(value) as Value) : value);
