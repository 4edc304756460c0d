import type { Core } from '@strapi/strapi';
import { firstCategories, supportAgent } from '../../contracts/first-content';
import type { CategoryChange } from '../../contracts/tickets';

interface Role {
  id: number;
}
interface Roles {
  findOne(where: { name: string }): Promise<Role | null>;
  create(role: { name: string; description: string }): Promise<Role>;
  addPermissions(role: number, permissions: { action: string; subject: null; properties: object; conditions: [] }[]): Promise<unknown>;
}
interface CategoryEditing {
  create(category: CategoryChange, author: null): Promise<string>;
}

/** Strapi takes the rights of a plugin from all roles at the first start without it; those that somebody left to this one are as many as he wanted. */
const hasRights = async (strapi: Core.Strapi, role: number): Promise<boolean> =>
  (await strapi.db.query('admin::permission').count({ where: { role: { id: role }, action: { $startsWith: 'plugin::portal.' } } })) > 0;

/** Made once: an admin who took rights away from the role, or changed its categories, keeps what he made of it. */
const makeRole = async (strapi: Core.Strapi): Promise<string[]> => {
  const roles = strapi.service('admin::role') as unknown as Roles;
  const { name, description, actions } = supportAgent;
  const known = await roles.findOne({ name });
  if (known && (await hasRights(strapi, known.id))) return [];
  const { id } = known ?? (await roles.create({ name, description }));
  await roles.addPermissions(id, actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })));
  return [known ? `the rights of the role "${name}"` : `the role "${name}" with its rights`];
};

const makeCategories = async (strapi: Core.Strapi): Promise<string[]> => {
  const editing = strapi.plugin('portal').service('category-editing') as CategoryEditing;
  if ((await strapi.db.query('plugin::portal.category').count()) > 0) return [];
  for (const [position, category] of firstCategories.entries()) {
    await editing.create({ helpText: '', parent: null, suggestedPriority: 'normal', fields: [], active: true, ...category, position }, null);
  }
  return [`the categories ${firstCategories.map(({ name }) => `"${name}"`).join(', ')}`];
};

/**
 * What a portal needs before its first request: a role for agents, and categories. All or nothing, so that an
 * interrupted installation begins anew. Answers what was made. Segments need none: everybody belongs to the
 * standard segment until somebody makes others.
 */
export const makeFirstContent = async (strapi: Core.Strapi): Promise<string[]> => strapi.db.transaction(async () => [...(await makeRole(strapi)), ...(await makeCategories(strapi))]);
