import type { DeskListQuery, DeskSort } from '../../../contracts/desk';
import type { TicketListQuery } from '../../../contracts/tickets';
import type { Pagination } from '../../../contracts/platform';
import { readRows } from '../platform/statements';
import type { Binding } from '../platform/statements';
import type { Strapi } from '../platform/domain';
import { summaryColumns } from './rows';
import type { TicketSummaryRow } from './rows';
import { fold } from './search-text';
import { activeStates, doneStates } from './state';

type StateFilter = TicketListQuery['state'];
type Order = { column: string; order: 'asc' | 'desc' | 'asc nulls last' }[];

const columns = { updatedAt: 'updated_at', createdAt: 'created_at', priority: 'priority_rank', dueAt: 'due_at' } as const;

/** `-updatedAt` → newest first; ties by id, so that no ticket shows on two pages. */
export const orderOf = (sort: DeskSort): Order => {
  // Of what is not due the databases disagree whether it comes first.
  if (sort === 'dueAt') return [{ column: 'due_at', order: 'asc nulls last' }, { column: 'id', order: 'asc' }];
  const order = sort.startsWith('-') ? 'desc' : 'asc';
  const column = columns[sort.replace('-', '') as keyof typeof columns];
  const newest: Order = column === 'priority_rank' ? [{ column: 'updated_at', order: 'desc' }] : [];
  return [{ column, order }, ...newest, { column: 'id', order }];
};

/** The states that a filter means; null for all. */
export const statesOf = (state: StateFilter): readonly string[] | null => {
  if (state === undefined) return null;
  if (state === 'active') return activeStates;
  return state === 'done' ? doneStates : [state];
};

/** A pattern for LIKE in which `%` and `_` are only themselves; the escape character is `!`. */
export const containing = (words: string): string => `%${fold(words).replace(/[!%_]/g, '!$&')}%`;

/** A part of a where-clause with what stands for its question marks. */
export interface Condition {
  sql: string;
  bindings: Binding[];
}

/** `column` is one of ours, never of a request. */
export const equal = (column: string, value: Binding): Condition => ({ sql: `${column} = ?`, bindings: [value] });

/** What state and words make of a list. */
export const narrowing = ({ state, q }: { state?: StateFilter; q: string }): Condition[] => {
  const states = statesOf(state);
  return [
    ...(states ? [{ sql: `state in (${states.map(() => '?').join(', ')})`, bindings: [...states] }] : []),
    ...(q ? [{ sql: `search_text like ? escape '!'`, bindings: [containing(q)] }] : []),
  ];
};

interface PageWanted {
  page: number;
  pageSize: number;
  sort: DeskSort;
}

/** Overdue is what should have happened by now; soon, what the agents were or should be warned of. */
export const dueIs = (due: NonNullable<DeskListQuery['due']>, moment: Date): Condition =>
  due === 'breached' ? { sql: 'due_at <= ?', bindings: [moment] } : { sql: 'due_at > ? and warn_at <= ?', bindings: [moment, moment] };

const listed = (columns: Record<string, string>): string => Object.entries(columns).map(([name, column]) => `${column} as "${name}"`).join(', ');
const countSql = (where: string): string => `select count(*) as "total" from portal_tickets where ${where}`;

/**
 * One page of the tickets that meet all conditions, with the number of all of them, in one statement. Only a
 * page beyond the last asks a second time, because it has no row to carry the number. `wanted`: other columns than a summary's.
 */
export const readPage = async <Found extends TicketSummaryRow = TicketSummaryRow>(
  strapi: Strapi,
  conditions: Condition[],
  { page, pageSize, sort }: PageWanted,
  wanted: Record<string, string> = summaryColumns,
): Promise<{ found: Found[]; pagination: Pagination }> => {
  const where = conditions.map(({ sql }) => sql).join(' and ') || '1 = 1';
  const bindings = conditions.flatMap((condition) => condition.bindings);
  const order = orderOf(sort).map((by) => `${by.column} ${by.order}`).join(', ');
  const sql = `select ${listed(wanted)}, (${countSql(where)}) as "total" from portal_tickets where ${where} order by ${order} limit ? offset ?`;
  const found = await readRows<Found & { total: number | string }>(strapi, sql, [...bindings, ...bindings, pageSize, (page - 1) * pageSize]);
  const [counted] = found.length > 0 || page === 1 ? found : await readRows<{ total: number | string }>(strapi, countSql(where), bindings);
  return { found, pagination: paginationOf(page, pageSize, Number(counted?.total ?? 0)) };
};

/** What a list answers in `meta.pagination`; an empty one has one page. */
export const paginationOf = (page: number, size: number, total: number): Pagination => ({
  page,
  pageSize: size,
  pageCount: Math.max(1, Math.ceil(total / size)),
  total,
});
