import { hasReader, readBeside } from './sqlite-reader';
import type { Strapi } from './domain';

/** What can stand for a `?`. */
export type Binding = string | number | boolean | Date | null;

/**
 * Rows of one SELECT that is written out, for the few reads that every page waits for: Strapi's query engine
 * takes three times as long as the database for each of them. Never inside a transaction, whose changes it
 * does not see. `?` stands for a binding; aliases go in double quotes (PostgreSQL folds them).
 */
export const readRows = async <Row>(strapi: Strapi, sql: string, bindings: Binding[] = []): Promise<Row[]> => {
  if (hasReader(strapi)) return readBeside<Row>(strapi, sql, bindings);
  const result = (await strapi.db.connection.raw(sql, bindings)) as { rows: Row[] } | Row[];
  return Array.isArray(result) ? result : result.rows;
};

/** `ticketId` → `ticket_id as "ticketId"`: a column list that answers rows as Strapi's engine would. */
export const columnsFor = (names: string[]): string =>
  names.map((name) => `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} as "${name}"`).join(', ');

/** A JSON column as it was stored: SQLite answers its text, PostgreSQL the value. */
export const storedJson = <Value>(value: Value | string): Value => (typeof value === 'string' ? (JSON.parse(value) as Value) : value);
