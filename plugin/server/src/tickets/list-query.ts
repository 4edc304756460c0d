import type { TicketSort } from '../../../contracts/tickets';
import type { stateFilters } from '../../../contracts/tickets';
import type { Pagination } from '../../../contracts/platform';
import { foldCase } from './search-text';
import { activeStates, doneStates } from './state';

type StateFilter = (typeof stateFilters)[number];
type Direction = 'asc' | 'desc';

const columns = { updatedAt: 'updatedAt', createdAt: 'createdAt', priority: 'priorityRank' } as const;

/** `-updatedAt` → newest first; ties by id, so that no ticket shows on two pages. */
export const orderOf = (sort: TicketSort): Record<string, Direction>[] => {
  const direction: Direction = sort.startsWith('-') ? 'desc' : 'asc';
  const column = columns[sort.replace('-', '') as keyof typeof columns];
  const newest: Record<string, Direction>[] = column === 'priorityRank' ? [{ updatedAt: 'desc' }] : [];
  return [{ [column]: direction }, ...newest, { id: direction }];
};

/** The part of the where-clause that state and words make. */
export const narrowing = (state: StateFilter | undefined, q: string): Record<string, unknown>[] => [
  ...(state === 'active' ? [{ state: { $in: activeStates } }] : []),
  ...(state === 'done' ? [{ state: { $in: doneStates } }] : []),
  ...(state && state !== 'active' && state !== 'done' ? [{ state }] : []),
  ...(q ? [{ searchText: { $contains: foldCase(q) } }] : []),
];

/**
 * How many rows there are in all. A page that is not full tells it by itself; otherwise `count` is asked.
 */
export const totalOf = async (page: number, size: number, found: number, count: () => Promise<number>): Promise<number> =>
  found < size && (found > 0 || page === 1) ? (page - 1) * size + found : count();

export const paginationOf = (page: number, size: number, total: number): Pagination => ({
  page,
  pageSize: size,
  pageCount: Math.max(1, Math.ceil(total / size)),
  total,
});
