import type { Strapi } from './domain';

type Kept = string | { name: string };
const where = { type: 'core', key: 'persisted_tables' };
const nameOf = (kept: Kept): string => (typeof kept === 'string' ? kept : kept.name);

/**
 * Names our tables in Strapi's own list of those that it leaves alone. Otherwise it drops them, with every request in
 * them and without a word, at the first start that has no portal: after an uninstall, on another branch, or with the
 * plugin turned off (`@strapi/database`, schema/diff.js). What an update of ours no longer needs is a migration's to drop.
 */
export const keepTables = async (strapi: Strapi): Promise<void> => {
  const kept = ((await strapi.store.get(where)) ?? []) as Kept[];
  const known = new Set(kept.map(nameOf));
  const ours = (await strapi.db.dialect.schemaInspector.getTables()).filter((name) => name.startsWith('portal_') && !known.has(name));
  if (ours.length > 0) await strapi.store.set({ ...where, value: [...kept, ...ours.map((name) => ({ name }))] });
};
