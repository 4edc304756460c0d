import type { TicketEvent, TicketListQuery, TicketSummary } from '../../../../contracts/tickets';
import type { Pagination } from '../../../../contracts/platform';
import { getService } from '../../platform/get-service';
import { columnsFor, readRows, storedJson } from '../../platform/statements';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { equal, narrowing, readPage } from '../list-query';
import { toEvent, toSummary } from '../serialize';
import { detailColumns } from '../rows';
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
const publicEventsSql = `select ${eventColumns} from portal_ticket_events where ticket_id = ? and internal = ? order by id limit 500`;

/** What one customer reads of his tickets. Every query has the owner in its where-clause. */
export const ticketList = ({ strapi }: { strapi: Strapi }) => {
  const kinds = () => getService(strapi, 'categories', categories);

  return {
    /** One page of the customer's tickets: one statement, whatever the table holds. */
    async page(requesterId: number, query: TicketListQuery): Promise<{ data: TicketSummary[]; pagination: Pagination }> {
      const conditions = [equal('requester_id', requesterId), ...narrowing(query)];
      if (query.category) conditions.push(equal('category_id', (await kinds().bySlug(query.category))?.id ?? 0));
      const { found, pagination } = await readPage<TicketSummaryRow>(strapi, conditions, query);
      const known = await kinds().byIds();
      return { data: found.map((row) => toSummary(row, known.get(row.categoryId) ?? null)), pagination };
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
      const found = await readRows<TicketEventRow>(strapi, publicEventsSql, [ticketId, false]);
      return found.map((row) => toEvent({ ...row, data: storedJson(row.data) }));
    },
  };
};
