import type { TicketListQuery, TicketSummary } from '../../../../contracts/tickets';
import type { Pagination } from '../../../../contracts/platform';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { narrowing, orderOf, paginationOf, totalOf } from '../list-query';
import { toEvent, toSummary } from '../serialize';
import { detailColumns, summaryColumns } from '../rows';
import type { TicketEventRow, TicketRow } from '../rows';
import { categories } from './categories';

/** What one customer reads of his tickets. Every query has the owner in its where-clause. */
export const ticketList = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');
  const kinds = () => getService(strapi, 'categories', categories);

  return {
    /** One page of the customer's tickets: one statement, two when it is full, whatever the table holds. */
    async page(requesterId: number, query: TicketListQuery): Promise<{ data: TicketSummary[]; pagination: Pagination }> {
      const category = query.category ? await kinds().bySlug(query.category) : null;
      const where = {
        $and: [{ requesterId }, ...narrowing(query.state, query.q), ...(query.category ? [{ categoryId: category?.id ?? 0 }] : [])],
      };
      const offset = (query.page - 1) * query.pageSize;
      const found = await tickets.findMany({ where, select: summaryColumns, orderBy: orderOf(query.sort), limit: query.pageSize, offset });
      const total = await totalOf(query.page, query.pageSize, found.length, () => tickets.count({ where }));
      const data = await Promise.all(found.map(async (row) => toSummary(row, await kinds().byId(row.categoryId))));
      return { data, pagination: paginationOf(query.page, query.pageSize, total) };
    },

    /** The customer's ticket of a reference, or null when it is missing or another's. */
    find: async (requesterId: number, reference: string): Promise<TicketRow | null> => (couldBeKey(reference) ? tickets.findOne({ where: { requesterId, reference }, select: detailColumns }) : null),

    /** The timeline as the customer may know it. */
    async publicEvents(ticketId: number) {
      const found = await rows<TicketEventRow>(strapi, 'ticket-event').findMany({ where: { ticketId, internal: false }, orderBy: { id: 'asc' }, limit: 500 });
      return found.map(toEvent);
    },
  };
};
