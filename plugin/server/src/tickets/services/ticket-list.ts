import type { TicketEvent, TicketListQuery, TicketSummary } from '../../../../contracts/tickets';
import type { Pagination } from '../../../../contracts/platform';
import { getService } from '../../platform/get-service';
import { columnsFor, readRows, storedJson } from '../../platform/statements';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { narrow, readPage } from '../list-query';
import { toEvent, toSummary } from '../serialize';
import { detailColumns, summaryColumns } from '../rows';
import type { TicketEventRow, TicketRow, TicketSummaryRow } from '../rows';
import { categories } from './categories';

/** A ticket for its requester. `timeline` is another string as soon as anything visible happened to it. */
export type OwnTicket = Pick<TicketRow, keyof typeof detailColumns> & { timeline: string };

// Both: of two events at once, the one with the higher number may be committed first.
const visibleEvents = (what: string): string => `(select ${what}(e.id) from portal_ticket_events e where e.ticket_id = t.id and e.internal = ?)`;
const ownTicketSql = `
  select ${Object.entries(detailColumns).map(([name, column]) => `t.${column} as "${name}"`).join(', ')},
    ${visibleEvents('max')} as "lastEvent", ${visibleEvents('count')} as "eventCount"
  from portal_tickets t where t.requester_id = ? and t.reference = ?`;

const eventColumns = columnsFor(['id', 'type', 'actorKind', 'actorName', 'data', 'createdAt']);

/** What one customer reads of his tickets. Every query has the owner in its where-clause. */
export const ticketList = ({ strapi }: { strapi: Strapi }) => {
  const kinds = () => getService(strapi, 'categories', categories);

  return {
    /** One page of the customer's tickets: one statement, whatever the table holds. */
    async page(requesterId: number, query: TicketListQuery): Promise<{ data: TicketSummary[]; pagination: Pagination }> {
      const own = narrow(strapi.db.getConnection('portal_tickets').where('requester_id', requesterId), query);
      if (query.category) own.where('category_id', (await kinds().bySlug(query.category))?.id ?? 0);
      const { found, pagination } = await readPage<TicketSummaryRow>(own, summaryColumns, query);
      return { data: await Promise.all(found.map(async (row) => toSummary(row, await kinds().byId(row.categoryId)))), pagination };
    },

    /** The customer's ticket of a reference, or null when it is missing or another's. */
    async find(requesterId: number, reference: string): Promise<OwnTicket | null> {
      if (!couldBeKey(reference)) return null;
      const [found] = await readRows<OwnTicket & { lastEvent: number; eventCount: number }>(strapi, ownTicketSql, [false, false, requesterId, reference]);
      if (!found) return null;
      const { lastEvent, eventCount, ...ticket } = found;
      return { ...ticket, fields: storedJson(ticket.fields), timeline: `${ticket.id}:${lastEvent}:${eventCount}` };
    },

    /** The timeline as the customer may know it. */
    async publicEvents(ticketId: number): Promise<TicketEvent[]> {
      const found: TicketEventRow[] = await strapi.db.getConnection('portal_ticket_events').select(eventColumns).where({ ticket_id: ticketId, internal: false }).orderBy('id').limit(500);
      return found.map((row) => toEvent({ ...row, data: storedJson(row.data) }));
    },
  };
};
