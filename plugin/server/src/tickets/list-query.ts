import type { DeskListQuery, DeskSort } from '../../../contracts/desk';
import type { TicketListQuery, TicketState } from '../../../contracts/tickets';
import type { Pagination } from '../../../contracts/platform';
import { readRows } from '../platform/statements';
import type { Binding } from '../platform/statements';
import type { Strapi } from '../platform/domain';
import { countOf, pageSql } from './page-sql';
import type { Condition, Order, Shelf } from './page-sql';
import { summaryColumns } from './rows';
import type { TicketSummaryRow } from './rows';
import { fold } from './search-text';
import { activeStates, doneStates } from './state';

export type { Condition } from './page-sql';

type StateFilter = TicketListQuery['state'];

const columns = { createdAt: 'created_at', priority: 'priority_rank', dueAt: 'due_at' } as const;

/** `-updatedAt` → newest first; ties by id, so that no ticket shows on two pages. `updated` is the column whose time the reader is told. */
export const orderOf = (sort: DeskSort, updated: string): Order => {
  // What matches best comes first by itself (words/found-page.ts); beside that, and without words, the newest.
  if (sort === 'match') return orderOf('-updatedAt', updated);
  // Of what is not due the databases disagree whether it comes first.
  if (sort === 'dueAt') return [{ column: 'due_at', order: 'asc nulls last' }, { column: 'id', order: 'asc' }];
  const order = sort.startsWith('-') ? 'desc' : 'asc';
  const column = { ...columns, updatedAt: updated }[sort.replace('-', '') as keyof typeof columns | 'updatedAt'];
  const newest: Order = column === 'priority_rank' ? [{ column: updated, order: 'desc' }] : [];
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

/** All conditions, met together. */
export const allOf = (conditions: Condition[]): Condition => ({ sql: conditions.map(({ sql }) => sql).join(' and ') || '1 = 1', bindings: conditions.flatMap((each) => each.bindings) });

interface PageWanted {
  page: number;
  pageSize: number;
  sort: DeskSort;
}

/** Overdue is what should have happened by now; soon, what the agents were or should be warned of. */
export const dueIs = (due: NonNullable<DeskListQuery['due']>, moment: Date): Condition =>
  due === 'breached' ? { sql: 'due_at <= ?', bindings: [moment] } : { sql: 'due_at > ? and warn_at <= ?', bindings: [moment, moment] };

/** What a list may want beyond the rows of a summary. */
interface More {
  /** Other columns than a summary's. */
  wanted?: Record<string, string> & { updatedAt: string };
  /** Columns that are counted out, each with its own name and bindings. */
  further?: Condition[];
  /** Conditions that mean the same, wherever a ticket stands, and are counted faster. */
  counted?: Condition[];
  /** Counting stops here; left out: never. */
  most?: number;
  /** Joins that only the page's own tickets need. */
  beside?: string;
  /** The index to walk along; for SQLite alone. */
  walked?: string | undefined;
  /** Where to look; no ticket may stand on two of them. */
  shelves?: Shelf[] | undefined;
}

const written = new WeakMap<Record<string, string>, string>();
/** Each list has one set of columns, named once and written once. */
const namedColumns = (wanted: Record<string, string>): string => {
  const known = written.get(wanted);
  if (known !== undefined) return known;
  const sql = Object.entries(wanted).map(([name, column]) => `${column} as "${name}"`).join(', ');
  written.set(wanted, sql);
  return sql;
};

/** What follows SELECT: columns under the names that a row has, and further ones with their bindings. */
export const columnsOf = (wanted: Record<string, string>, further: Condition[]): Condition => ({
  sql: [namedColumns(wanted), ...further.map(({ sql }) => sql)].join(', '),
  bindings: further.flatMap(({ bindings }) => bindings),
});

const bindingsOf = (conditions: Condition[]): Binding[] => conditions.flatMap(({ bindings }) => bindings);

/**
 * One page of the tickets that meet all conditions, with the number of all of them, in one statement. Only a
 * page beyond the last asks a second time, because it has no row to carry the number.
 */
export const readPage = async <Found extends TicketSummaryRow = TicketSummaryRow>(
  strapi: Strapi,
  conditions: Condition[],
  { page, pageSize, sort }: PageWanted,
  { wanted = summaryColumns, further = [], counted, most, beside, walked, shelves = [{ sql: '1 = 1', bindings: [] }] }: More = {},
): Promise<{ found: Found[]; pagination: Pagination }> => {
  const whole: Shelf[] = shelves.map((shelf) => ({ ...shelf, ...allOf([shelf, ...conditions]) }));
  const numbered = counted ? [allOf(counted)] : whole;
  const start = (page - 1) * pageSize;
  const columns = columnsOf(wanted, further);
  const taken = whole.flatMap(({ bindings }) => [...bindings, ...(whole.length === 1 ? [] : [start + pageSize])]);
  const sql = pageSql({ shelves: whole, columns: columns.sql, total: `(${countOf(numbered, most)}) as "total"`, order: orderOf(sort, wanted.updatedAt), beside, walked });
  const found = await readRows<Found & { total: number | string }>(strapi, sql, [...bindingsOf(numbered), ...columns.bindings, ...taken, pageSize, start]);
  const [row] = found.length > 0 || page === 1 ? found : await readRows<{ total: number | string }>(strapi, `select ${countOf(numbered, most)} as "total"`, bindingsOf(numbered));
  return { found, pagination: paginationOf(page, pageSize, Number(row?.total ?? 0)) };
};

/** What a list answers in `meta.pagination`; an empty one has one page. */
export const paginationOf = (page: number, size: number, total: number): Pagination => ({
  page,
  pageSize: size,
  pageCount: Math.max(1, Math.ceil(total / size)),
  total,
});
