import type { Agent } from '../../../../contracts/desk';
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
    list: async (): Promise<Agent[]> => (await find({})).map(toAgent),
    /** By id; ids that no longer work here are left out. */
    named: async (ids: number[]): Promise<Map<number, Agent>> =>
      new Map(ids.length === 0 ? [] : (await find({ id: { $in: ids } })).map((row) => [row.id, toAgent(row)])),
  };
};
