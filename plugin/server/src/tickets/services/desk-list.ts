import type { DeskListQuery, DeskTicket } from '../../../../contracts/desk';
import { mostListed } from '../../../../contracts/desk-views';
import type { Pagination } from '../../../../contracts/platform';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { columnsOf, readPage } from '../list-query';
import type { Condition } from '../list-query';
import { readFound } from '../words/found-page';
import { countConditions, deskConditions, unreadFor } from '../desk-conditions';
import { toDue, toIso, toSummary } from '../serialize';
import { deskColumns, deskDetailColumns } from '../rows';
import type { DeskTicketRow, FieldAnswer, TicketRow } from '../rows';
import { agents } from './agents';
import { categories } from './categories';
import { requesters } from './requesters';
import { ticketWords } from './ticket-words';

/** A ticket as the desk's list reads it: tags joined by commas, `unread` as 0 or 1. */
export type DeskRow = DeskTicketRow & { tags: string | null; unread: number; fields?: FieldAnswer[] | string | null };

/** The agents' view of all tickets. Only behind the desk's permissions. */
export const deskList = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');

  // Tags have no commas. PostgreSQL has no group_concat, and SQLite string_agg only since 3.44.
  const joined = (column: string): string => (strapi.db.dialect.client === 'postgres' ? `string_agg(${column}, ',')` : `group_concat(${column})`);
  const deskOnly = (me: number): Condition[] => {
    const unread = unreadFor(me);
    return [
      { sql: `(select ${joined('g.tag')} from portal_ticket_tags g where g.ticket_id = portal_tickets.id) as "tags"`, bindings: [] },
      { sql: `case when ${unread.sql} then 1 else 0 end as "unread"`, bindings: unread.bindings },
    ];
  };

  /** Names for a page of tickets: one query a kind of person, however many rows. */
  const withPeople = async (found: DeskRow[]): Promise<DeskTicket[]> => {
    const people = await getService(strapi, 'requesters', requesters).named(found.map((row) => row.requesterId));
    const assignees = await getService(strapi, 'agents', agents).named(found.flatMap((row) => row.assigneeId ?? []));
    const kinds = await getService(strapi, 'categories', categories).byIds();
    return found.map((row) => ({
      ...toSummary(row, kinds.get(row.categoryId) ?? null),
      requester: people.get(row.requesterId) ?? { name: '', email: '' },
      assignee: row.assigneeId === null ? null : (assignees.get(row.assigneeId) ?? null),
      tags: (row.tags ?? '').split(',').filter(Boolean).sort(),
      snoozedUntil: row.snoozedUntil ? toIso(row.snoozedUntil) : null,
      unread: Number(row.unread) === 1,
      due: toDue(row),
    }));
  };

  const read = async (query: DeskListQuery, me: number): Promise<{ found: DeskRow[]; pagination: Pagination }> => {
    const categoryId = query.category ? ((await getService(strapi, 'categories', categories).bySlug(query.category))?.id ?? 0) : 0;
    if (query.q && getService(strapi, 'ticket-words', ticketWords).isComplete()) {
      return readFound<DeskRow>(strapi, query, deskConditions({ ...query, q: '' }, me, categoryId), columnsOf({ ...deskColumns, fields: 'fields' }, deskOnly(me)));
    }
    const counted = countConditions(query, me, categoryId);
    // Few are snoozed: finding them is quicker than walking through all others in their order.
    const conditions = query.snoozed === 'yes' ? counted : deskConditions(query, me, categoryId);
    return readPage<DeskRow>(strapi, conditions, query, { wanted: deskColumns, further: deskOnly(me), counted, most: mostListed });
  };

  return {
    withPeople,
    /** One page of all tickets that meet the filters, with the rows it is made of. Words are found by their index, as soon as that is complete. */
    async page(query: DeskListQuery, me: number): Promise<{ data: DeskTicket[]; rows: DeskRow[]; pagination: Pagination }> {
      const { found, pagination } = await read(query, me);
      return { data: await withPeople(found), rows: found, pagination };
    },
    find: async (reference: string): Promise<TicketRow | null> => (couldBeKey(reference) ? tickets.findOne({ where: { reference }, select: Object.keys(deskDetailColumns) }) : null),
    /** The requester's other tickets, newest first. */
    ofRequester: (requesterId: number, except: number): Promise<TicketRow[]> =>
      tickets.findMany({ where: { requesterId, id: { $ne: except } }, select: ['reference', 'subject', 'state'], orderBy: { updatedAt: 'desc' }, limit: 8 }),
  };
};
