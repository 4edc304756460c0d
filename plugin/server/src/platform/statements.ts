import { hasReader, readBeside } from './sqlite-reader';
import type { Strapi } from './domain';

/** What can stand for a `?`. */
export type Binding = string | number | boolean | Date | null;

/** SQLite answers the rows themselves, PostgreSQL an object around them. */
const rowsOf = <Row>(result: unknown): Row[] => (Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows);

/**
 * Rows of one SELECT that is written out, for the few reads that every page waits for: Strapi's query engine
 * takes three times as long as the database for each of them. Inside a transaction it sees what that changed.
 * `?` stands for a binding; aliases go in double quotes (PostgreSQL folds them).
 */
export const readRows = async <Row>(strapi: Strapi, sql: string, bindings: Binding[] = []): Promise<Row[]> => {
  if (strapi.db.inTransaction()) return rowsOf<Row>(await strapi.db.transaction(({ trx }) => trx.raw(sql, bindings)));
  if (hasReader(strapi)) return readBeside<Row>(strapi, sql, bindings);
  return rowsOf<Row>(await strapi.db.connection.raw(sql, bindings));
};

/** Answers of one writing statement that is written out, in the caller's transaction if there is one. */
export const writeStatement = async <Row>(strapi: Strapi, sql: string, bindings: unknown[]): Promise<Row[]> => {
  const values = bindings as Binding[];
  if (strapi.db.inTransaction()) return rowsOf<Row>(await strapi.db.transaction(({ trx }) => trx.raw(sql, values)));
  return rowsOf<Row>(await strapi.db.connection.raw(sql, values));
};

/** `ticketId` → `ticket_id as "ticketId"`: a column list that answers rows as Strapi's engine would. */
export const columnsFor = (names: string[]): string =>
  names.map((name) => `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} as "${name}"`).join(', ');

/** A JSON column as it was stored: SQLite answers its text, PostgreSQL the value. */
export const storedJson = <Value>(value: Value | string): Value => (typeof value === 'string' ? (JSON.parse(value) as Value) : value);
