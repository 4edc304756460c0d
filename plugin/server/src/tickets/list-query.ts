import type { Knex } from 'knex';
import type { TicketListQuery, TicketSort } from '../../../contracts/tickets';
import type { Pagination } from '../../../contracts/platform';
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
export const statesOf = (state: StateFilter): readonly string[] | null => {
  if (state === undefined) return null;
  if (state === 'active') return activeStates;
  return state === 'done' ? doneStates : [state];
};

/** A pattern for LIKE in which `%` and `_` are only themselves; the escape character is `!`. */
export const containing = (words: string): string => `%${fold(words).replace(/[!%_]/g, '!$&')}%`;

/** Narrows a statement by state and words. */
export const narrow = (statement: Knex.QueryBuilder, { state, q }: { state?: StateFilter; q: string }): Knex.QueryBuilder => {
  const states = statesOf(state);
  if (states) statement.whereIn('state', states);
  if (q) statement.whereRaw(`search_text like ? escape '!'`, [containing(q)]);
  return statement;
};

interface PageWanted {
  page: number;
  pageSize: number;
  sort: TicketSort;
}

const countOf = (statement: Knex.QueryBuilder): Knex.QueryBuilder => statement.clone().count({ n: '*' });

/**
 * One page of the rows of `statement` with the number of all of them, in one statement. Only a page beyond
 * the last asks a second time, because it has no row to carry the number.
 */
export const readPage = async <Row>(statement: Knex.QueryBuilder, select: Record<string, string>, wanted: PageWanted): Promise<{ found: Row[]; pagination: Pagination }> => {
  const { page, pageSize, sort } = wanted;
  const rows: (Row & { total: number | string })[] = await statement
    .clone()
    .select({ ...select, total: countOf(statement) })
    .orderBy(orderOf(sort))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const total = Number(rows[0]?.total ?? (page > 1 ? ((await countOf(statement)) as [{ n: number }])[0].n : 0));
  return { found: rows, pagination: paginationOf(page, pageSize, total) };
};

/** What a list answers in `meta.pagination`; an empty one has one page. */
export const paginationOf = (page: number, size: number, total: number): Pagination => ({
  page,
  pageSize: size,
  pageCount: Math.max(1, Math.ceil(total / size)),
  total,
});
