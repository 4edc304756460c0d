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
  assigneeIsHere: number | boolean | null;
  assigneeFirst: string | null;
  assigneeLast: string | null;
}
/** A ticket as the desk's list reads it. `fields` is there where words are looked for. */
export type DeskRow = DeskTicketRow & Beside & { fields?: FieldAnswer[] | string | null };

const plain = (sql: string): Condition => ({ sql, bindings: [] });
// Not by way of the user, who is gone where a customer's data was erased: the name then says so.
const requesterName = '(select c.name from portal_customers c where c.id = portal_tickets.requester_id)';
const requester = (column: string): string => `(select ${column} from portal_customers c join up_users u on u.id = c.user_id where c.id = portal_tickets.requester_id)`;
const assignee = (column: string): string => `(select ${column} from admin_users a where a.id = portal_tickets.assignee_id and a.is_active = ? and a.blocked = ?)`;
// Who no longer works here is nobody; see services/agents.ts.
const assigneeColumn = (column: string, name: string): Condition => ({ sql: `${assignee(column)} as "${name}"`, bindings: [true, false] });

/**
 * The columns of the list that stand in other tables, read in its own statement: Strapi's query engine takes longer to
 * begin with one of these tables than all rows of a page take here.
 */
export const besideTickets = (strapi: Strapi, me: number): Condition[] => {
  const unread = unreadFor(me);
  // Tags have no commas. PostgreSQL has no group_concat, and SQLite string_agg only since 3.44.
  const joined = strapi.db.dialect.client === 'postgres' ? `string_agg(g.tag, ',')` : 'group_concat(g.tag)';
  return [
    plain(`(select ${joined} from portal_ticket_tags g where g.ticket_id = portal_tickets.id) as "tags"`),
    { sql: `case when ${unread.sql} then 1 else 0 end as "unread"`, bindings: unread.bindings },
    plain(`${requesterName} as "requesterName"`),
    plain(`${requester('u.email')} as "requesterEmail"`),
    assigneeColumn('1', 'assigneeIsHere'),
    assigneeColumn('a.firstname', 'assigneeFirst'),
    assigneeColumn('a.lastname', 'assigneeLast'),
  ];
};

const assigneeOf = ({ assigneeId, assigneeIsHere, assigneeFirst, assigneeLast }: DeskRow): Agent | null =>
  assigneeId !== null && assigneeIsHere ? { id: assigneeId, name: agentName({ firstname: assigneeFirst, lastname: assigneeLast }) } : null;

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
