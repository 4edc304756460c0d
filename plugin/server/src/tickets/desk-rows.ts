import type { Agent, DeskTicket } from '../../../contracts/desk';
import type { Strapi } from '../platform/domain';
import { agentName } from './actors';
import { unreadFor } from './desk-conditions';
import type { Condition } from './list-query';
import type { CategoryRow, DeskTicketRow, FieldAnswer } from './rows';
import { toDue, toIso, toSummary } from './serialize';

/** What the list reads beside the ticket's own columns: tags joined by commas, `unread` as 0 or 1, and who is who. */
interface Beside {
  tags: string | null;
  unread: number;
  requesterName: string | null;
  requesterEmail: string | null;
  assigneeIsHere: number | null;
  assigneeFirst: string | null;
  assigneeLast: string | null;
}
/** A ticket as the desk's list reads it. `fields` is there where words are looked for. */
export type DeskRow = DeskTicketRow & Beside & { fields?: FieldAnswer[] | string | null };

const joined = (table: string, columns: string, own: string, theirs: string): string => `left join (select ${columns} from ${table}) as ${table}_beside on ${theirs} = ${own}`;

/**
 * Who is who, joined by their ids: a column of a subquery each would open the tables again for every row. Under names
 * that no ticket has, so that all others stay as they are.
 */
export const besideTickets = [
  // The name is not the user's, who is gone where a customer's data was erased: it then says so.
  joined('portal_customers', 'id as "customerId", user_id as "customerUserId", name as "requesterName"', 'requester_id', '"customerId"'),
  joined('up_users', 'id as "userId", email as "requesterEmail"', '"customerUserId"', '"userId"'),
  // Who no longer works here is nobody; see services/agents.ts.
  `${joined('admin_users', 'id as "assigneeIsHere", firstname as "assigneeFirst", lastname as "assigneeLast", is_active as "assigneeIsActive", blocked as "assigneeIsBlocked"', 'assignee_id', '"assigneeIsHere"')} and "assigneeIsActive" and not "assigneeIsBlocked"`,
].join(' ');

/**
 * The columns of the list that stand in other tables, read in its own statement, which joins `besideTickets`: Strapi's
 * query engine takes longer to begin with one of these tables than all rows of a page take here.
 */
export const columnsBeside = (strapi: Strapi, me: number): Condition[] => {
  const unread = unreadFor(me);
  // Tags have no commas. PostgreSQL has no group_concat, and SQLite string_agg only since 3.44.
  const tags = strapi.db.dialect.client === 'postgres' ? `string_agg(g.tag, ',')` : 'group_concat(g.tag)';
  return [
    { sql: `(select ${tags} from portal_ticket_tags g where g.ticket_id = portal_tickets.id) as "tags"`, bindings: [] },
    { sql: `case when ${unread.sql} then 1 else 0 end as "unread"`, bindings: unread.bindings },
    { sql: '"requesterName", "requesterEmail", "assigneeIsHere", "assigneeFirst", "assigneeLast"', bindings: [] },
  ];
};

const assigneeOf = ({ assigneeId, assigneeIsHere, assigneeFirst, assigneeLast }: DeskRow): Agent | null =>
  assigneeId !== null && assigneeIsHere !== null ? { id: assigneeId, name: agentName({ firstname: assigneeFirst, lastname: assigneeLast }) } : null;

/** A row as the API tells it. */
export const toDeskTicket = (row: DeskRow, category: CategoryRow | null): DeskTicket => ({
  ...toSummary(row, category),
  requester: { name: row.requesterName ?? '', email: row.requesterEmail ?? '' },
  assignee: assigneeOf(row),
  tags: (row.tags ?? '').split(',').filter(Boolean).sort(),
  snoozedUntil: row.snoozedUntil ? toIso(row.snoozedUntil) : null,
  unread: Number(row.unread) === 1,
  due: toDue(row),
});
