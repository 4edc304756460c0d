import { hasReader, readBeside } from './sqlite-reader';
import type { Strapi } from './domain';

/** What can stand for a `?`. */
export type Binding = string | number | boolean | Date | null;

/** SQLite answers the rows themselves, PostgreSQL an object around them. */
const rowsOf = <Row>(result: unknown): Row[] => (Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows);

interface Transaction {
  client: {
    acquireConnection(): Promise<unknown>;
    query(connection: unknown, statement: { sql: string; bindings: Binding[]; response?: unknown }): Promise<{ response?: unknown }>;
  };
}

/**
 * A statement in the caller's transaction. On SQLite it is handed to Knex's client as it is: the builder and runner
 * around `raw` take longer than the database. PostgreSQL, where the way there is the longer part, keeps `raw`, which
 * numbers the question marks.
 */
const runWithin = async <Row>(strapi: Strapi, sql: string, bindings: Binding[]): Promise<Row[]> =>
  await strapi.db.transaction(async ({ trx }) => {
    if (strapi.db.dialect.client !== 'sqlite') return rowsOf<Row>(await trx.raw(sql, bindings));
    const { client } = trx as unknown as Transaction;
    const { response } = await client.query(await client.acquireConnection(), { sql, bindings });
    return Array.isArray(response) ? (response as Row[]) : [];
  });

/**
 * Rows of one SELECT that is written out, for the few reads that every page waits for: Strapi's query engine
 * takes three times as long as the database for each of them. Inside a transaction it sees what that changed.
 * `?` stands for a binding; aliases go in double quotes (PostgreSQL folds them).
 */
export const readRows = async <Row>(strapi: Strapi, sql: string, bindings: Binding[] = []): Promise<Row[]> => {
  if (strapi.db.inTransaction()) return runWithin<Row>(strapi, sql, bindings);
  if (hasReader(strapi)) return readBeside<Row>(strapi, sql, bindings);
  return rowsOf<Row>(await strapi.db.connection.raw(sql, bindings));
};

/** Answers of one writing statement that is written out, in the caller's transaction if there is one. */
export const writeStatement = async <Row>(strapi: Strapi, sql: string, bindings: unknown[]): Promise<Row[]> => {
  const values = bindings as Binding[];
  if (strapi.db.inTransaction()) return runWithin<Row>(strapi, sql, values);
  return rowsOf<Row>(await strapi.db.connection.raw(sql, values));
};

/** `ticketId` → `ticket_id as "ticketId"`: a column list that answers rows as Strapi's engine would. */
export const columnsFor = (names: string[]): string =>
  names.map((name) => `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} as "${name}"`).join(', ');

/** A JSON column as it was stored: SQLite answers its text, PostgreSQL the value. */
export const storedJson = <Value>(value: Value | string): Value => (typeof value === 'string' ? (JSON.parse(value) as Value) : value);
