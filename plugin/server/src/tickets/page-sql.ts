import type { Binding } from '../platform/statements';

/** A part of a where-clause with what stands for its question marks. */
export interface Condition {
  sql: string;
  bindings: Binding[];
}

/** What a list is put in order by. */
export type Order = { column: string; order: 'asc' | 'desc' | 'asc nulls last' }[];

/** A part of the tickets that is looked through by itself. */
export interface Shelf extends Condition {
  /** The column that is the same on the whole shelf, and so orders nothing there. */
  same?: string;
}

interface Parts {
  shelves: Shelf[];
  columns: string;
  total: string;
  order: Order;
  /** What the page's own tickets are joined with. Then they are chosen first: where no index has their order, every column of each candidate would be worked out to sort it. */
  beside?: string | undefined;
  /** The index to walk along in its order; only SQLite can be told. */
  walked?: string | undefined;
}

const inWords = (order: Order, name: (column: string, index: number) => string): string => order.map((by, index) => `${name(by.column, index)} ${by.order}`).join(', ');

/** How many tickets stand on the shelves; counting stops at `most`. */
export const countOf = (shelves: Condition[], most?: number): string =>
  shelves.map(({ sql }) => (most ? `(select count(*) from (select 1 from portal_tickets where ${sql} limit ${most}) as counted)` : `(select count(*) from portal_tickets where ${sql})`)).join(' + ');

/**
 * One page out of one shelf, or out of several that share no ticket: each gives the numbers of its first ones by its
 * own index, and only the page's own are read in full.
 */
export const pageSql = ({ shelves, columns, total, order, beside, walked }: Parts): string => {
  const own = inWords(order, (column) => column);
  const tickets = walked ? `portal_tickets indexed by ${walked}` : 'portal_tickets';
  const [first] = shelves;
  if (shelves.length === 1 && beside === undefined) return `select ${total}, ${columns} from ${tickets} where ${first?.sql} order by ${own} limit ? offset ?`;
  const numbers = `select id as "found", ${order.map(({ column }, index) => `${column} as "o${index}"`).join(', ')} from ${tickets}`;
  const full = `join portal_tickets on portal_tickets.id = "found" ${beside ?? ''} order by ${inWords(order, (_column, index) => `"o${index}"`)}`;
  if (shelves.length === 1) return `select ${total}, ${columns} from (${numbers} where ${first?.sql} order by ${own} limit ? offset ?) as chosen ${full}`;
  const shelf = ({ sql, same }: Shelf, index: number): string => `select * from (${numbers} where ${sql} order by ${inWords(order.filter(({ column }) => column !== same), (column) => column)} limit ?) as s${index}`;
  const together = `select * from (${shelves.map(shelf).join(' union all ')}) as shelves`;
  return `select ${total}, ${columns} from (${together} order by ${inWords(order, (_column, index) => `"o${index}"`)} limit ? offset ?) as chosen ${full}`;
};
