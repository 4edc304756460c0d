import { now } from './clock';
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

const defaultsOf = (attributes: Record<string, Attribute>, data: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, attribute]) => attribute.default !== undefined && !(name in data))
      .map(([name, attribute]) => [name, typeof attribute.default === 'function' ? (attribute.default() as unknown) : attribute.default]),
  );

const completeRow = (attributes: Record<string, Attribute>, data: object): Record<string, unknown> => {
  const moment = now();
  return storedRow(attributes, { createdAt: moment, updatedAt: moment, ...defaultsOf(attributes, data), ...data });
};

/**
 * Writes a row in one statement, in the caller's transaction if there is one, and answers its id. Strapi's
 * own `create` reads back what it wrote, which doubles the cost of sending a ticket.
 */
export const insertRow = async <T extends Row>(strapi: Strapi, model: Model, data: Partial<T>): Promise<number> => {
  const row = completeRow(attributesOf(strapi, model), data);
  const [made] = (await strapi.db.queryBuilder(uidOf(model)).insert(row).execute()) as (number | { id: number })[];
  return typeof made === 'object' ? made.id : Number(made);
};

/** The same for a row whose `unique` column may be taken: then nothing is written, and nothing fails. */
export const insertRowOnce = async <T extends Row>(strapi: Strapi, model: Model, data: Partial<T>, unique: string & keyof T): Promise<void> => {
  await strapi.db.queryBuilder(uidOf(model)).insert(completeRow(attributesOf(strapi, model), data)).onConflict(unique).ignore().execute();
};

/** Changes the row of an id in one statement, in the caller's transaction if there is one. */
export const updateRow = async <T extends Row>(strapi: Strapi, model: Model, id: number, data: Partial<T>): Promise<void> => {
  const row = storedRow(attributesOf(strapi, model), { updatedAt: now(), ...data });
  await strapi.db.queryBuilder(uidOf(model)).where({ id }).update(row).execute();
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
