import type { TicketEvent, TicketListItem, TicketListQuery } from '../../../../contracts/tickets';
import type { Pagination } from '../../../../contracts/platform';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { columnsFor, readRows, storedJson } from '../../platform/statements';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { equal, narrowing, readPage } from '../list-query';
import type { Condition } from '../list-query';
import { mayRead, reader, shelvesOf, takesPart } from '../membership';
import { readTicket } from '../own-ticket';
import type { OwnTicket } from '../own-ticket';
import { toEvent, toSummary } from '../serialize';
import type { TicketEventRow, TicketSummaryRow } from '../rows';
import { categories } from './categories';

const ownTickets = 'portal_tickets t where t.requester_id = ? and t.reference = ?';
const readTickets = `portal_tickets t where t.reference = ? and ${mayRead('t')}`;

// Read with the ticket, so that a page without links and participants need not ask for them.
const around = `, (select count(*) from portal_share_links s where s.ticket_id = t.id and s.expires_at > ?) as "shareLinks",
  (select count(*) from portal_participants p where p.ticket_id = t.id) as "participants",
  exists (select 1 from portal_ticket_mutes m where m.ticket_id = t.id and m.customer_id = ?) as "muted",
  (select count(*) from portal_reply_votes v where v.ticket_id = t.id and v.customer_id = ?) as "votes",
  (select c.name from portal_customers c where c.id = t.requester_id) as "requesterName"`;

/** A ticket with who else is around it. */
export type ReadTicket = OwnTicket & { shareLinks: number; participants: number; muted: boolean; votes: number; requesterName: string };

const eventColumns = columnsFor(['id', 'type', 'actorKind', 'actorName', 'data', 'createdAt']);
const publicEventsSql = `select ${eventColumns} from portal_ticket_events where ticket_id = ? and internal = ? order by id desc limit 500`;

/** What one customer reads of his tickets. Every query has the owner in its where-clause. */
export const ticketList = ({ strapi }: { strapi: Strapi }) => {
  const kinds = () => getService(strapi, 'categories', categories);

  /** Most take part in nobody else's: their first page, which is what is looked at, comes from their own shelf alone at half the cost. */
  const pageOf = async (customerId: number, conditions: Condition[], query: TicketListQuery) => {
    const [own, ofOthers] = shelvesOf(customerId);
    const both = () => readPage(strapi, conditions, query, { shelves: [own, ofOthers] });
    if (query.page > 1) return both();
    const alone = await readPage<TicketSummaryRow & { takesPart: number | boolean }>(strapi, conditions, query, { shelves: [own], further: [takesPart(customerId)] });
    // Without a row nothing says whether he takes part anywhere.
    return alone.found[0] && !alone.found[0].takesPart ? alone : both();
  };

  return {
    /**
     * One page of the customer's tickets, and of those he takes part in: one statement for who has only his own,
     * at most two for others, whatever the table holds.
     */
    async page(customerId: number, query: TicketListQuery): Promise<{ data: TicketListItem[]; pagination: Pagination }> {
      const conditions = narrowing(query);
      if (query.category) conditions.push(equal('category_id', (await kinds().bySlug(query.category))?.id ?? 0));
      const { found, pagination } = await pageOf(customerId, conditions, query);
      const known = await kinds().byIds();
      return { data: found.map((row) => ({ ...toSummary(row, known.get(row.categoryId) ?? null), participating: row.requesterId !== customerId })), pagination };
    },

    /** The ticket of a reference that this customer may read, or null when it is missing or another's. */
    async find(customerId: number, reference: string): Promise<ReadTicket | null> {
      if (!couldBeKey(reference)) return null;
      const found = await readTicket<{ shareLinks: number | string; participants: number | string; muted: boolean | number; votes: number | string; requesterName: string }>(strapi, readTickets, [now(), customerId, customerId, reference, ...reader(customerId)], around);
      // PostgreSQL counts in bigints, which its driver gives as text.
      return found && { ...found, shareLinks: Number(found.shareLinks), participants: Number(found.participants), muted: Boolean(found.muted), votes: Number(found.votes) };
    },

    /** The same where only its requester may act. */
    own: async (customerId: number, reference: string): Promise<OwnTicket | null> => (couldBeKey(reference) ? readTicket(strapi, ownTickets, [customerId, reference]) : null),

    /** The timeline as the customer may know it; of a very long one the latest part. */
    async publicEvents(ticketId: number): Promise<TicketEvent[]> {
      const found = await readRows<TicketEventRow>(strapi, publicEventsSql, [ticketId, false]);
      return found.reverse().map((row) => toEvent({ ...row, data: storedJson(row.data) }));
    },
  };
};
