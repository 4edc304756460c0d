import type { Condition } from './list-query';

/** Addresses of a customer, for `c.id = ?`: only proven ones are customers'. */
const joined = 'portal_participants p join up_users u on u.email = p.email join portal_customers c on c.user_id = u.id';

/**
 * Who may read a ticket: its requester, and those he added. The one place where that is said; every query that
 * is scoped to a customer takes it from here. `t` is the ticket's alias.
 */
export const mayRead = (t: string): string => `(${t}.requester_id = ? or exists (select 1 from ${joined} where p.ticket_id = ${t}.id and c.id = ?))`;

/** What stands for the question marks of `mayRead`. */
export const reader = (customerId: number): [number, number] => [customerId, customerId];

/** Whether a customer takes part in any ticket of others, as a column beside his own. */
export const takesPart = (customerId: number): Condition => ({ sql: `exists (select 1 from ${joined} where c.id = ?) as "takesPart"`, bindings: [customerId] });

/** The two shelves of a customer's list, each answered by its own index: own requests, and those he takes part in. An OR of both would be answered by neither. */
export const shelvesOf = (customerId: number): [own: Condition, ofOthers: Condition] => [
  { sql: 'requester_id = ?', bindings: [customerId] },
  { sql: `id in (select p.ticket_id from ${joined} where c.id = ?)`, bindings: [customerId] },
];
