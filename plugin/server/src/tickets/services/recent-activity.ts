import type { Activity } from '../../../../contracts/dashboard';
import { readRows, storedJson } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { shelvesOf } from '../membership';
import { toEvent } from '../serialize';
import type { TicketEventRow } from '../rows';

type Row = TicketEventRow & { reference: string; subject: string };

// Lines that name nobody's address: who was added to a request stands on its page.
const told = ['ticket.opened', 'comment.added', 'ticket.state_changed', 'ticket.priority_changed', 'ticket.closed', 'ticket.reopened', 'ticket.merged'];

// Whose turn it is follows from who wrote, which is told already.
const isTold = ({ type, data }: Activity): boolean => type !== 'ticket.state_changed' || (data.to !== 'pending' && data.to !== 'open');

/** What happened lately in the requests that a customer reads. */
export const recentActivity = ({ strapi }: { strapi: Strapi }) => ({
  /** The newest first, in one statement: what is new stands in the requests that changed last. */
  async of(customerId: number, limit: number): Promise<Activity[]> {
    const shelves = shelvesOf(customerId);
    const latest = shelves.map(({ sql }, index) => `select * from (select id, reference, subject from portal_tickets where ${sql} order by last_visible_at desc limit ?) as s${index}`).join(' union all ');
    const sql = `select e.id, e.type, e.actor_kind as "actorKind", e.actor_name as "actorName", e.data, e.created_at as "createdAt", t.reference, t.subject
      from portal_ticket_events e join (${latest}) as t on t.id = e.ticket_id
      where e.internal = ? and e.type in (${told.map(() => '?').join(', ')}) order by e.id desc limit ?`;
    const found = await readRows<Row>(strapi, sql, [...shelves.flatMap(({ bindings }) => [...bindings, limit]), false, ...told, 3 * limit]);
    return found.map((row) => ({ ...toEvent({ ...row, data: storedJson(row.data) }), reference: row.reference, subject: row.subject })).filter(isTold).slice(0, limit);
  },
});
