import type { DeskListQuery, DeskTicket } from '../../../../contracts/desk';
import type { Pagination } from '../../../../contracts/platform';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { dueIs, equal, narrowing, readPage } from '../list-query';
import type { Condition } from '../list-query';
import { toDue, toSummary } from '../serialize';
import { deskColumns, deskDetailColumns } from '../rows';
import type { DeskTicketRow, TicketRow } from '../rows';
import { agents } from './agents';
import { categories } from './categories';
import { requesters } from './requesters';

/** The agents' view of all tickets. Only behind the desk's permissions. */
export const deskList = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');

  const assigneeIs = (assignee: DeskListQuery['assignee'], me: number): Condition[] => {
    if (assignee === undefined) return [];
    return assignee === 'nobody' ? [{ sql: 'assignee_id is null', bindings: [] }] : [equal('assignee_id', assignee === 'me' ? me : Number(assignee))];
  };

  const conditionsOf = async (query: DeskListQuery, me: number): Promise<Condition[]> => [
    ...narrowing(query),
    ...assigneeIs(query.assignee, me),
    ...(query.due ? [dueIs(query.due, now())] : []),
    ...(query.priority ? [equal('priority', query.priority)] : []),
    ...(query.category ? [equal('category_id', (await getService(strapi, 'categories', categories).bySlug(query.category))?.id ?? 0)] : []),
  ];

  /** Names for a page of tickets: one query a kind of person, however many rows. */
  const withPeople = async (found: DeskTicketRow[]): Promise<DeskTicket[]> => {
    const people = await getService(strapi, 'requesters', requesters).named(found.map((row) => row.requesterId));
    const assignees = await getService(strapi, 'agents', agents).named(found.flatMap((row) => row.assigneeId ?? []));
    const kinds = await getService(strapi, 'categories', categories).byIds();
    return found.map((row) => ({
      ...toSummary(row, kinds.get(row.categoryId) ?? null),
      requester: people.get(row.requesterId) ?? { name: '', email: '' },
      assignee: row.assigneeId === null ? null : (assignees.get(row.assigneeId) ?? null),
      due: toDue(row),
    }));
  };

  return {
    withPeople,
    async page(query: DeskListQuery, me: number): Promise<{ data: DeskTicket[]; pagination: Pagination }> {
      const { found, pagination } = await readPage<DeskTicketRow>(strapi, await conditionsOf(query, me), query, { wanted: deskColumns });
      return { data: await withPeople(found), pagination };
    },
    find: async (reference: string): Promise<TicketRow | null> => (couldBeKey(reference) ? tickets.findOne({ where: { reference }, select: Object.keys(deskDetailColumns) }) : null),
    /** The requester's other tickets, newest first. */
    ofRequester: (requesterId: number, except: number): Promise<TicketRow[]> =>
      tickets.findMany({ where: { requesterId, id: { $ne: except } }, select: ['reference', 'subject', 'state'], orderBy: { updatedAt: 'desc' }, limit: 8 }),
  };
};
