import type { DeskListQuery, DeskTicket } from '../../../../contracts/desk';
import { mostListed } from '../../../../contracts/desk-views';
import type { Pagination } from '../../../../contracts/platform';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { countConditions, deskConditions, pageConditions } from '../desk-conditions';
import { wayThrough } from '../desk-order';
import { besideTickets, columnsBeside, toDeskTicket } from '../desk-rows';
import type { DeskRow } from '../desk-rows';
import { columnsOf, readPage } from '../list-query';
import type { Condition } from '../list-query';
import { deskColumns, deskDetailColumns } from '../rows';
import type { TicketRow } from '../rows';
import { readFound } from '../words/found-page';
import { categories } from './categories';
import { ticketWords } from './ticket-words';

/** The agents' view of all tickets. Only behind the desk's permissions. */
export const deskList = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');
  const kinds = () => getService(strapi, 'categories', categories);

  const read = async <Row extends DeskRow>(query: DeskListQuery, me: number, more: Condition[], narrow: Condition[]): Promise<{ found: Row[]; pagination: Pagination }> => {
    const further = [...columnsBeside(strapi, me), ...more];
    const categoryId = query.category ? ((await kinds().bySlug(query.category))?.id ?? 0) : 0;
    if (query.q && getService(strapi, 'ticket-words', ticketWords).isComplete()) {
      return readFound<Row>(strapi, query, [...deskConditions({ ...query, q: '' }, me, categoryId), ...narrow], columnsOf({ ...deskColumns, fields: 'fields' }, further), besideTickets);
    }
    const counted = [...countConditions(query, me, categoryId), ...narrow];
    // Few are snoozed or due: finding them is quicker than walking through all others in their order.
    const conditions = query.snoozed === 'yes' || query.due ? counted : [...pageConditions(query, me, categoryId), ...narrow];
    return readPage<Row>(strapi, conditions, query, { wanted: deskColumns, further, counted, most: mostListed(query.page, query.pageSize), beside: besideTickets, ...wayThrough(strapi, query) });
  };

  return {
    /**
     * One page of all tickets that meet the filters, with the rows it is made of, in one statement. Words are found by
     * their index, as soon as that is complete. `more` are columns that a caller of a higher rank wants beside, `narrow`
     * conditions that only it knows.
     */
    async page<More = object>(query: DeskListQuery, me: number, more: Condition[] = [], narrow: Condition[] = []): Promise<{ data: DeskTicket[]; rows: (DeskRow & More)[]; pagination: Pagination }> {
      const { found, pagination } = await read<DeskRow & More>(query, me, more, narrow);
      const known = await kinds().byIds();
      return { data: found.map((row) => toDeskTicket(row, known.get(row.categoryId) ?? null)), rows: found, pagination };
    },

    /** One ticket as its row in the list; null when it is not there. */
    async summary(id: number, me: number): Promise<DeskTicket | null> {
      const { sql, bindings } = columnsOf(deskColumns, columnsBeside(strapi, me));
      const [row] = await readRows<DeskRow>(strapi, `select ${sql} from portal_tickets ${besideTickets} where id = ?`, [...bindings, id]);
      return row ? toDeskTicket(row, (await kinds().byIds()).get(row.categoryId) ?? null) : null;
    },

    find: async (reference: string): Promise<TicketRow | null> => (couldBeKey(reference) ? tickets.findOne({ where: { reference }, select: Object.keys(deskDetailColumns) }) : null),
    /** The requester's other tickets, newest first. */
    ofRequester: (requesterId: number, except: number): Promise<TicketRow[]> =>
      tickets.findMany({ where: { requesterId, id: { $ne: except } }, select: ['reference', 'subject', 'state'], orderBy: { updatedAt: 'desc' }, limit: 8 }),
  };
};
