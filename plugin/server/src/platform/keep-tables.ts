import type { Strapi } from './domain';

type Kept = string | { name: string };
interface Model {
  uid: string;
  tableName: string;
  attributes: Record<string, { joinTable?: { name: string } }>;
}
const where = { type: 'core', key: 'persisted_tables' };
const nameOf = (kept: Kept): string => (typeof kept === 'string' ? kept : kept.name);

/** Our content types' tables and those between them; others that begin alike are the host's. */
const ownTables = (strapi: Strapi): string[] =>
  ([...strapi.db.metadata.values()] as unknown as Model[])
    .filter(({ uid }) => uid.startsWith('plugin::portal.'))
    .flatMap(({ tableName, attributes }) => [tableName, ...Object.values(attributes).flatMap(({ joinTable }) => joinTable?.name ?? [])])
    .filter((name) => name.startsWith('portal_'));

/**
 * Names our tables in Strapi's own list of those that it leaves alone. Otherwise it drops them, with every request in
 * them and without a word, at the first start that has no portal: after an uninstall, on another branch, or with the
 * plugin turned off (`@strapi/database`, schema/diff.js). What an update of ours no longer needs is a migration's to drop.
 */
export const keepTables = async (strapi: Strapi): Promise<void> => {
  const kept = ((await strapi.store.get(where)) ?? []) as Kept[];
  const known = new Set(kept.map(nameOf));
  const ours = [...new Set(ownTables(strapi))].filter((name) => !known.has(name));
  if (ours.length > 0) await strapi.store.set({ ...where, value: [...kept, ...ours.map((name) => ({ name }))] });
};
