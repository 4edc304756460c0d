import type { Strapi } from '../../platform/domain';
import { readRows } from '../../platform/statements';
import type { Check } from '../verdict';
import { broken, counted, together } from '../verdict';

interface Named {
  name: string;
}
interface Schema {
  uid: string;
  collectionName: string;
  indexes?: Named[];
}

const sql: Record<string, [tables: string, indexes: string]> = {
  sqlite: [`select name from sqlite_master where type = 'table'`, `select name from sqlite_master where type = 'index'`],
  postgres: ['select tablename as "name" from pg_tables where schemaname = any (current_schemas(false))', 'select indexname as "name" from pg_indexes where schemaname = any (current_schemas(false))'],
};
/** Of those that no content type describes. */
const besides = ['portal_ticket_words'];

const namesOf = async (strapi: Strapi, which: 0 | 1): Promise<Set<string>> => new Set((await readRows<Named>(strapi, sql[strapi.db.dialect.client]?.[which] ?? '')).map(({ name }) => name));
const some = (names: string[]): string => `${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}`;

/** Whether all tables of the portal and their indexes are there, some of which keep things from happening twice. */
export const tables: Check = async (strapi) => {
  const own = (Object.values(strapi.contentTypes) as unknown as Schema[]).filter(({ uid }) => uid.startsWith('plugin::portal.'));
  const [there, indexed] = [await namesOf(strapi, 0), await namesOf(strapi, 1)];
  const missing = [...own.map(({ collectionName }) => collectionName), ...besides].filter((name) => !there.has(name));
  const bare = own.flatMap(({ indexes = [] }) => indexes.map(({ name }) => name)).filter((name) => !indexed.has(name));
  const faults = [
    missing.length > 0 && broken(`${counted(missing.length, 'table')} of the portal ${missing.length === 1 ? 'is' : 'are'} missing: ${some(missing)}.`, 'Start the server once: Strapi makes them (portal_ticket_words is made by the first migration: delete its row of portal_migrations before). If they were there before, set a backup back.'),
    bare.length > 0 && broken(`${counted(bare.length, 'index', 'indexes')} of the portal ${bare.length === 1 ? 'is' : 'are'} missing: ${some(bare)}.`, 'Delete the newest row of the table "strapi_database_schema" and start the server once: Strapi makes its tables and indexes anew where they are missing.'),
  ];
  return together(faults, `${counted(own.length + besides.length, 'table')} with their indexes.`);
};
