import type { Strapi } from './domain';
import { withHiddenBindings } from './hidden-bindings';
import type { Binding } from './statements';

interface Statement {
  all(bindings: unknown[]): unknown[];
}
interface Connection {
  prepare(sql: string): Statement;
  close(): void;
}
interface KnexClient {
  driver: new (filename: string, options: { readonly: boolean; fileMustExist: boolean }) => Connection;
  connectionSettings: { filename?: string };
}

const readers = new WeakMap<Strapi, { connection: Connection; statements: Map<string, Statement> }>();

const stored = (value: Binding): unknown => {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'boolean' ? Number(value) : value;
};

const open = (strapi: Strapi) => {
  const { driver, connectionSettings } = strapi.db.connection.client as KnexClient;
  const connection = new driver(connectionSettings.filename ?? '', { readonly: true, fileMustExist: true });
  const reader = { connection, statements: new Map<string, Statement>() };
  readers.set(strapi, reader);
  return reader;
};

/** True where a second connection can read beside the writing one: on SQLite in a file (with WAL, which we set). */
export const hasReader = (strapi: Strapi): boolean => {
  const { filename } = (strapi.db.connection.client as KnexClient).connectionSettings;
  return strapi.db.dialect.client === 'sqlite' && typeof filename === 'string' && filename !== ':memory:';
};

/**
 * Reads through a connection of its own. Strapi's pool has one connection on SQLite, so its reads wait for
 * whoever is writing; in WAL mode a reader never does, and sees all that is committed. Says `query` as Knex
 * does, so that counting statements counts these too.
 */
export const readBeside = <Row>(strapi: Strapi, sql: string, bindings: Binding[]): Row[] => {
  const { connection, statements } = readers.get(strapi) ?? open(strapi);
  strapi.db.connection.emit('query', { sql, bindings });
  const statement = statements.get(sql) ?? connection.prepare(withHiddenBindings(sql));
  // Lists have a statement for each kind of filter and order, not for each request.
  statements.set(sql, statement);
  return statement.all(bindings.map(stored)) as Row[];
};

/** Closes the reading connection, if one was opened. */
export const closeReader = (strapi: Strapi): void => {
  readers.get(strapi)?.connection.close();
  readers.delete(strapi);
};
