import type { Agent } from '../../../../contracts/desk';
import { languages, type Language } from '../../../../contracts/accounts';
import type { Strapi } from '../../platform/domain';
import { agentName } from '../actors';

interface AdminRow {
  id: number;
  firstname: string | null;
  lastname: string | null;
}

/** The people of the desk: active users of the Strapi admin. */
export const agents = ({ strapi }: { strapi: Strapi }) => {
  const find = (where: Record<string, unknown>): Promise<AdminRow[]> =>
    strapi.db.query('admin::user').findMany({ where: { ...where, isActive: true, blocked: false }, select: ['id', 'firstname', 'lastname'], orderBy: { firstname: 'asc' }, limit: 500 });
  const toAgent = (row: AdminRow): Agent => ({ id: row.id, name: agentName(row) });
  return {
    /** Where to write to one who works here; null for who does not any more. */
    async reachable(id: number): Promise<{ email: string; name: string; language: Language } | null> {
      const found = (await strapi.db.query('admin::user').findOne({ where: { id, isActive: true, blocked: false }, select: ['firstname', 'lastname', 'email', 'preferedLanguage'] })) as (Omit<AdminRow, 'id'> & { email: string; preferedLanguage: string | null }) | null;
      return found && { email: found.email, name: agentName(found), language: languages.find((language) => language === found.preferedLanguage) ?? 'en' };
    },
    list: async (): Promise<Agent[]> => (await find({})).map(toAgent),
    /** By id; ids that no longer work here are left out. */
    named: async (ids: number[]): Promise<Map<number, Agent>> =>
      new Map(ids.length === 0 ? [] : (await find({ id: { $in: ids } })).map((row) => [row.id, toAgent(row)])),
  };
};
