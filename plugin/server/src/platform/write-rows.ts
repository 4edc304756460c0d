import { randomBytes } from 'node:crypto';
import { now } from './clock';
import { writeStatement } from './statements';
import type { Strapi } from './domain';
import type { Model, Row } from './rows';

interface Attribute {
  type: string;
  columnName?: string;
  default?: unknown;
}

const uidOf = (model: Model): `plugin::portal.${Model}` => `plugin::portal.${model}`;
const attributesOf = (strapi: Strapi, model: Model): Record<string, Attribute> => strapi.db.metadata.get(uidOf(model)).attributes as unknown as Record<string, Attribute>;

/** A value as its column stores it on both databases. */
const stored = (attribute: Attribute | undefined, value: unknown): unknown => {
  if (value === null || value === undefined) return value;
  if (attribute?.type === 'json') return JSON.stringify(value);
  return attribute?.type === 'datetime' ? new Date(value as string | Date) : value;
};

const storedRow = (attributes: Record<string, Attribute>, data: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, stored(attributes[name], value)]));

/** Sorts by time, so that Strapi's index over it grows at its end; Strapi's own cuids land anywhere in it and cost three hashes. */
const newDocumentId = (): string => `${Date.now().toString(36)}${randomBytes(10).toString('hex').slice(0, 16)}`;

const defaultOf = (name: string, { default: value }: Attribute): unknown => {
  if (name === 'documentId') return newDocumentId();
  return typeof value === 'function' ? (value() as unknown) : value;
};

const defaultsOf = (attributes: Record<string, Attribute>, data: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, attribute]) => attribute.default !== undefined && !(name in data))
      .map(([name, attribute]) => [name, defaultOf(name, attribute)]),
  );

const completeRow = (attributes: Record<string, Attribute>, data: object): Record<string, unknown> => {
  const moment = now();
  return storedRow(attributes, { createdAt: moment, updatedAt: moment, ...defaultsOf(attributes, data), ...data });
};

const quoted = (name: string): string => `"${name}"`;
const columnOf = (attributes: Record<string, Attribute>, name: string): string => quoted(attributes[name]?.columnName ?? name);
const tableOf = (strapi: Strapi, model: Model): string => strapi.db.metadata.get(uidOf(model)).tableName;

/** An INSERT, written out: Strapi's query builder takes longer than the database. All rows have the columns of the first. */
const insertion = (strapi: Strapi, model: Model, data: object[]): { sql: string; bindings: unknown[] } => {
  const attributes = attributesOf(strapi, model);
  const made = data.map((each) => completeRow(attributes, each));
  const names = Object.entries(made[0] ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const columns = names.map((name) => columnOf(attributes, name)).join(', ');
  const places = `(${names.map(() => '?').join(', ')})`;
  return {
    sql: `insert into ${quoted(tableOf(strapi, model))} (${columns}) values ${made.map(() => places).join(', ')}`,
    bindings: made.flatMap((row) => names.map((name) => row[name] ?? null)),
  };
};

/**
 * Writes a row in one statement, in the caller's transaction if there is one, and answers its id. (Strapi's
 * own `create` reads back what it wrote.)
 */
export const insertRow = async <T extends Row>(strapi: Strapi, model: Model, data: Partial<T>): Promise<number> => {
  const { sql, bindings } = insertion(strapi, model, [data]);
  const [made] = await writeStatement<{ id: number }>(strapi, `${sql} returning id`, bindings);
  return made?.id ?? 0;
};

/**
 * Writes several rows in one statement, all or none, leaving out those whose `unique` column is taken: then
 * nothing is written, and nothing fails. At most a few hundred: SQLite counts every value. Answers those that
 * were written, by their `unique` column.
 */
export const insertRowsOnce = async <T extends Row, Unique extends string & keyof T>(strapi: Strapi, model: Model, data: Partial<T>[], unique: Unique): Promise<T[Unique][]> => {
  if (data.length === 0) return [];
  const { sql, bindings } = insertion(strapi, model, data);
  const column = columnOf(attributesOf(strapi, model), unique);
  const written = await writeStatement<{ one: T[Unique] }>(strapi, `${sql} on conflict (${column}) do nothing returning ${column} as one`, bindings);
  return written.map(({ one }) => one);
};

/** Changes the row of an id in one statement, in the caller's transaction if there is one. */
export const updateRow = async <T extends Row>(strapi: Strapi, model: Model, id: number, data: Partial<T>): Promise<void> => {
  const attributes = attributesOf(strapi, model);
  const changed = Object.entries(storedRow(attributes, { updatedAt: now(), ...data })).filter(([, value]) => value !== undefined);
  const columns = changed.map(([name]) => `${columnOf(attributes, name)} = ?`).join(', ');
  await writeStatement(strapi, `update ${quoted(tableOf(strapi, model))} set ${columns} where id = ?`, [...changed.map(([, value]) => value), id]);
};

/**
 * Writes a row, or changes the one that has the same `unique` columns (a unique index must be over them), in
 * one statement and in the caller's transaction if there is one. When it was made stays as it is.
 */
export const putRow = async <T extends Row>(strapi: Strapi, model: Model, unique: Partial<T>, values: Partial<T>): Promise<void> => {
  const attributes = attributesOf(strapi, model);
  const changed = storedRow(attributes, { updatedAt: now(), ...values });
  const columns = (row: object): [string, unknown][] => Object.entries(row).map(([name, value]) => [attributes[name]?.columnName ?? name, value]);
  const conflict = columns(unique).map(([column]) => column);
  await strapi.db.queryBuilder(uidOf(model)).insert(completeRow(attributes, { ...unique, ...values })).onConflict(conflict).merge(Object.fromEntries(columns(changed))).execute();
};
