import type { TicketEvent, TicketListQuery, TicketSummary } from '../../../../contracts/tickets';
import type { Pagination } from '../../../../contracts/platform';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { columnsFor, readRows, storedJson } from '../../platform/statements';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { equal, narrowing, readPage } from '../list-query';
import { readTicket } from '../own-ticket';
import type { OwnTicket } from '../own-ticket';
import { toEvent, toSummary } from '../serialize';
import type { TicketEventRow } from '../rows';
import { categories } from './categories';

const ownTickets = 'portal_tickets t where t.requester_id = ? and t.reference = ?';

// Counted with the ticket, so that a page without links need not ask for them.
const linkCount = `, (select count(*) from portal_share_links s where s.ticket_id = t.id and s.expires_at > ?) as "shareLinks"`;

const eventColumns = columnsFor(['id', 'type', 'actorKind', 'actorName', 'data', 'createdAt']);
const publicEventsSql = `select ${eventColumns} from portal_ticket_events where ticket_id = ? and internal = ? order by id limit 500`;

/** What one customer reads of his tickets. Every query has the owner in its where-clause. */
export const ticketList = ({ strapi }: { strapi: Strapi }) => {
  const kinds = () => getService(strapi, 'categories', categories);

  return {
    /** One page of the customer's tickets: one statement, whatever the table holds. */
    async page(requesterId: number, query: TicketListQuery): Promise<{ data: TicketSummary[]; pagination: Pagination }> {
      const conditions = [equal('requester_id', requesterId), ...narrowing(query)];
      if (query.category) conditions.push(equal('category_id', (await kinds().bySlug(query.category))?.id ?? 0));
      const { found, pagination } = await readPage(strapi, conditions, query);
      const known = await kinds().byIds();
      return { data: found.map((row) => toSummary(row, known.get(row.categoryId) ?? null)), pagination };
    },

    /** The customer's ticket of a reference, or null when it is missing or another's. */
    async find(requesterId: number, reference: string): Promise<(OwnTicket & { shareLinks: number }) | null> {
      if (!couldBeKey(reference)) return null;
      const found = await readTicket<{ shareLinks: number | string }>(strapi, ownTickets, [now(), requesterId, reference], linkCount);
      // PostgreSQL counts in bigints, which its driver gives as text.
      return found && { ...found, shareLinks: Number(found.shareLinks) };
    },

    /** The timeline as the customer may know it. */
    async publicEvents(ticketId: number): Promise<TicketEvent[]> {
      const found = await readRows<TicketEventRow>(strapi, publicEventsSql, [ticketId, false]);
      return found.map((row) => toEvent({ ...row, data: storedJson(row.data) }));
    },
  };
};
