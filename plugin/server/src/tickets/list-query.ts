import type { TicketListQuery, TicketSort, TicketState } from '../../../contracts/tickets';
import type { Pagination } from '../../../contracts/platform';
import { readRows } from '../platform/statements';
import type { Binding } from '../platform/statements';
import type { Strapi } from '../platform/domain';
import { summaryColumns } from './rows';
import type { TicketSummaryRow } from './rows';
import { fold } from './search-text';
import { activeStates, doneStates } from './state';

type StateFilter = TicketListQuery['state'];
type Order = { column: string; order: 'asc' | 'desc' }[];

const columns = { updatedAt: 'updated_at', createdAt: 'created_at', priority: 'priority_rank' } as const;

/** `-updatedAt` → newest first; ties by id, so that no ticket shows on two pages. */
export const orderOf = (sort: TicketSort): Order => {
  const order = sort.startsWith('-') ? 'desc' : 'asc';
  const column = columns[sort.replace('-', '') as keyof typeof columns];
  const newest: Order = column === 'priority_rank' ? [{ column: 'updated_at', order: 'desc' }] : [];
  return [{ column, order }, ...newest, { column: 'id', order }];
};

/** The states that a filter means; null for all. */
export const statesOf = (state: StateFilter): readonly TicketState[] | null => {
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
  sort: TicketSort;
}

/** Further columns, and conditions that mean the same and are counted faster. */
interface More {
  columns?: Condition[];
  counted?: Condition[];
}

const columnList = Object.entries(summaryColumns).map(([name, column]) => `${column} as "${name}"`).join(', ');
const whereOf = (conditions: Condition[]): string => conditions.map(({ sql }) => sql).join(' and ') || '1 = 1';
const bindingsOf = (conditions: Condition[]): Binding[] => conditions.flatMap(({ bindings }) => bindings);
const countSql = (where: string): string => `select count(*) as "total" from portal_tickets where ${where}`;

/**
 * One page of the tickets that meet all conditions, with the number of all of them, in one statement. Only a
 * page beyond the last asks a second time, because it has no row to carry the number.
 */
export const readPage = async <Found extends TicketSummaryRow>(strapi: Strapi, conditions: Condition[], { page, pageSize, sort }: PageWanted, { columns: further = [], counted = conditions }: More = {}): Promise<{ found: Found[]; pagination: Pagination }> => {
  const order = orderOf(sort).map((by) => `${by.column} ${by.order}`).join(', ');
  const selected = [columnList, ...further.map((each) => each.sql)].join(', ');
  const count = countSql(whereOf(counted));
  const sql = `select ${selected}, (${count}) as "total" from portal_tickets where ${whereOf(conditions)} order by ${order} limit ? offset ?`;
  const found = await readRows<Found & { total: number | string }>(strapi, sql, [...[further, counted, conditions].flatMap(bindingsOf), pageSize, (page - 1) * pageSize]);
  const [first] = found.length > 0 || page === 1 ? found : await readRows<{ total: number | string }>(strapi, count, bindingsOf(counted));
  return { found, pagination: paginationOf(page, pageSize, Number(first?.total ?? 0)) };
};

/** What a list answers in `meta.pagination`; an empty one has one page. */
export const paginationOf = (page: number, size: number, total: number): Pagination => ({
  page,
  pageSize: size,
  pageCount: Math.max(1, Math.ceil(total / size)),
  total,
});
