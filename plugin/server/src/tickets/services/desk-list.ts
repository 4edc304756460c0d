import type { Knex } from 'knex';
import type { DeskListQuery, DeskTicket } from '../../../../contracts/desk';
import type { Pagination } from '../../../../contracts/platform';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { narrow, readPage } from '../list-query';
import { toSummary } from '../serialize';
import { detailColumns, summaryColumns } from '../rows';
import type { TicketRow, TicketSummaryRow } from '../rows';
import { agents } from './agents';
import { categories } from './categories';
import { requesters } from './requesters';

/** The agents' view of all tickets. Only behind the desk's permissions. */
export const deskList = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');

  // Not async: a statement is a promise of its rows, and awaiting a function that returns one runs it.
  const wanted = (query: DeskListQuery, categoryId: number | null, me: number): Knex.QueryBuilder => {
    const statement = narrow(strapi.db.getConnection('portal_tickets'), query);
    const { assignee, priority } = query;
    if (assignee === 'nobody') statement.whereNull('assignee_id');
    else if (assignee) statement.where('assignee_id', assignee === 'me' ? me : Number(assignee));
    if (priority) statement.where('priority', priority);
    if (categoryId !== null) statement.where('category_id', categoryId);
    return statement;
  };

  /** Names for a page of tickets: one query a kind of person, however many rows. */
  const withPeople = async (found: TicketSummaryRow[]): Promise<DeskTicket[]> => {
    const people = await getService(strapi, 'requesters', requesters).named(found.map((row) => row.requesterId));
    const assignees = await getService(strapi, 'agents', agents).named(found.flatMap((row) => row.assigneeId ?? []));
    return Promise.all(
      found.map(async (row) => ({
        ...toSummary(row, await getService(strapi, 'categories', categories).byId(row.categoryId)),
        requester: people.get(row.requesterId) ?? { name: '', email: '' },
        assignee: row.assigneeId === null ? null : (assignees.get(row.assigneeId) ?? null),
      })),
    );
  };

  return {
    withPeople,
    async page(query: DeskListQuery, me: number): Promise<{ data: DeskTicket[]; pagination: Pagination }> {
      const category = query.category ? await getService(strapi, 'categories', categories).bySlug(query.category) : null;
      const categoryId = query.category ? (category?.id ?? 0) : null;
      const { found, pagination } = await readPage<TicketSummaryRow>(wanted(query, categoryId, me), summaryColumns, query);
      return { data: await withPeople(found), pagination };
    },
    find: async (reference: string): Promise<TicketRow | null> => (couldBeKey(reference) ? tickets.findOne({ where: { reference }, select: Object.keys(detailColumns) }) : null),
    /** The requester's other tickets, newest first. */
    ofRequester: (requesterId: number, except: number): Promise<TicketRow[]> =>
      tickets.findMany({ where: { requesterId, id: { $ne: except } }, select: ['reference', 'subject', 'state'], orderBy: { updatedAt: 'desc' }, limit: 8 }),
  };
};
