import type { DeskListQuery, DeskTicket } from '../../../../contracts/desk';
import type { Pagination } from '../../../../contracts/platform';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { narrowing, orderOf, paginationOf, totalOf } from '../list-query';
import { toSummary } from '../serialize';
import { detailColumns, summaryColumns } from '../rows';
import type { TicketRow } from '../rows';
import { agents } from './agents';
import { categories } from './categories';
import { requesters } from './requesters';

/** The agents' view of all tickets. Only behind the desk's permissions. */
export const deskList = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');

  const assigneeOf = (assignee: DeskListQuery['assignee'], me: number): Record<string, unknown>[] => {
    if (assignee === undefined) return [];
    if (assignee === 'nobody') return [{ assigneeId: { $null: true } }];
    return [{ assigneeId: assignee === 'me' ? me : Number(assignee) }];
  };

  const whereOf = async (query: DeskListQuery, me: number): Promise<Record<string, unknown>> => {
    const category = query.category ? await getService(strapi, 'categories', categories).bySlug(query.category) : null;
    const narrow = narrowing(query.state, query.q);
    return {
      $and: [
        ...narrow,
        ...assigneeOf(query.assignee, me),
        ...(query.priority ? [{ priority: query.priority }] : []),
        ...(query.category ? [{ categoryId: category?.id ?? 0 }] : []),
      ],
    };
  };

  /** Names for a page of tickets: one query a kind of person, however many rows. */
  const withPeople = async (found: TicketRow[]): Promise<DeskTicket[]> => {
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
      const where = await whereOf(query, me);
      const offset = (query.page - 1) * query.pageSize;
      const found = await tickets.findMany({ where, select: summaryColumns, orderBy: orderOf(query.sort), limit: query.pageSize, offset });
      const total = await totalOf(query.page, query.pageSize, found.length, () => tickets.count({ where }));
      return { data: await withPeople(found), pagination: paginationOf(query.page, query.pageSize, total) };
    },
    find: async (reference: string): Promise<TicketRow | null> => (couldBeKey(reference) ? tickets.findOne({ where: { reference }, select: detailColumns }) : null),
    /** The requester's other tickets, newest first. */
    ofRequester: (requesterId: number, except: number): Promise<TicketRow[]> =>
      tickets.findMany({ where: { requesterId, id: { $ne: except } }, select: ['reference', 'subject', 'state'], orderBy: { updatedAt: 'desc' }, limit: 8 }),
  };
};
