import { now, after } from './clock';
import type { Strapi } from './domain';

const isPostgres = (strapi: Strapi): boolean => strapi.db.dialect.client === 'postgres';

/** Which rows of a queue table are wanted: it needs `state`, `available_at` and `locked_until`. */
export interface Due {
  table: string;
  columns: string[];
  state: string;
  limit: number;
  leaseMs: number;
}

/**
 * Claims rows that are due, oldest first, so that no other node takes them for `leaseMs`; what is not settled
 * by then (a killed process) falls back to the queue by itself. Claimed and read in one statement. JSON
 * columns come as the database stores them.
 */
export const claimDue = async <Claimed extends { id: number }>(strapi: Strapi, { table, columns, state, limit, leaseMs }: Due): Promise<Claimed[]> => {
  const moment = now();
  const due = strapi.db
    .getConnection(table)
    .select('id')
    .where({ state })
    .where('available_at', '<=', moment)
    .where((free) => free.whereNull('locked_until').orWhere('locked_until', '<', moment))
    .orderBy('id')
    .limit(limit);
  // SQLite has one writer, so the statement is its own lock; PostgreSQL needs to pass by what others hold.
  const mine = isPostgres(strapi) ? due.forUpdate().skipLocked() : due;
  const changed = strapi.db.getConnection(table).whereIn('id', mine).update({ locked_until: after(moment, leaseMs) });
  const claimed = (await changed.returning(columns)) as Claimed[];
  // Neither database promises an order of what an UPDATE returns.
  return claimed.sort((a, b) => a.id - b.id);
};

/** When a failed attempt may be tried again: 10 s, 20 s, 40 s … at most an hour. */
export const retryAt = (attempts: number): Date => after(now(), Math.min(10_000 * 2 ** (attempts - 1), 3_600_000));
