import type { Presence } from '../../../../contracts/desk';
import { after, now, seconds } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { deskList } from '../../tickets/services/desk-list';
import type { Actor } from '../../tickets/rows';
import type { PresenceRow } from '../rows';

/** Three signs may be lost before a colleague is thought to be gone. */
const trustedFor = seconds(16);

const newsSql = `select
  (select max(id) from portal_ticket_events where ticket_id = ?) as "lastEvent",
  (select count(*) from portal_held_replies where ticket_id = ?) as "held"`;

/** Who has which ticket on the screen. Pages give a sign every few seconds. */
export const presences = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<PresenceRow>(strapi, 'presence');
  const idOf = async (reference: string): Promise<number> => {
    const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
    if (!ticket) throw notFound();
    return ticket.id;
  };

  return {
    /** The agent is there; answers who else is, and whether there is something new. */
    async sign(reference: string, writing: boolean, agent: Actor & { id: number }): Promise<Presence> {
      const ticketId = await idOf(reference);
      await putRow<PresenceRow>(strapi, 'presence', { ticketId, agentId: agent.id }, { agentName: agent.name, writing, expiresAt: after(now(), trustedFor).toISOString() });
      const others = await table.findMany({ where: { ticketId, agentId: { $ne: agent.id }, expiresAt: { $gt: now() } }, orderBy: { id: 'asc' }, limit: 20 });
      const [news] = await readRows<{ lastEvent: number | null; held: number | string }>(strapi, newsSql, [ticketId, ticketId]);
      return { others: others.map((row) => ({ id: row.agentId, name: row.agentName, writing: row.writing })), lastEvent: news?.lastEvent ?? 0, held: Number(news?.held ?? 0) };
    },

    /** The agent went away. */
    async leave(reference: string, agentId: number): Promise<void> {
      await table.deleteMany({ where: { ticketId: await idOf(reference), agentId } });
    },

    forgetGone: () => table.deleteMany({ where: { expiresAt: { $lt: now() } } }),
  };
};
