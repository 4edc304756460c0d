import type { Strapi } from '../../platform/domain';

interface PersonColumns {
  id: number;
  name: string;
  email: string | null;
}

/** Who asked, for the agents: name and address of customers by id, in one statement. */
export const requesters = ({ strapi }: { strapi: Strapi }) => ({
  async named(ids: number[]): Promise<Map<number, { name: string; email: string }>> {
    if (ids.length === 0) return new Map();
    const found: PersonColumns[] = await strapi.db
      .getConnection('portal_customers as c')
      // Whose data was erased has no user any more; his name says so.
      .leftJoin('up_users as u', 'u.id', 'c.user_id')
      .whereIn('c.id', [...new Set(ids)])
      .select({ id: 'c.id', name: 'c.name', email: 'u.email' });
    return new Map(found.map(({ id, name, email }) => [id, { name, email: email ?? '' }]));
  },
});
