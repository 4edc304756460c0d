import { now, after } from './clock';
import { newToken } from './tokens';
import type { Strapi } from './domain';

const isPostgres = (strapi: Strapi): boolean => strapi.db.dialect.client === 'postgres';

/**
 * Claims up to `limit` due rows of a queue table for `leaseMs`, so that no other node takes them; a claim
 * that is not settled (a killed process) falls back to the queue by itself. Answers the token by which the
 * claimed rows are found. The table needs `state`, `available_at`, `locked_until` and `claim`.
 */
export const claimDue = async (strapi: Strapi, table: string, states: string[], limit: number, leaseMs: number): Promise<string> => {
  const moment = now();
  const claim = newToken();
  const due = strapi.db
    .getConnection(table)
    .select('id')
    .whereIn('state', states)
    .where('available_at', '<=', moment)
    .where((free) => free.whereNull('locked_until').orWhere('locked_until', '<', moment))
    .orderBy('id')
    .limit(limit);
  // SQLite has one writer, so the statement is its own lock; PostgreSQL needs to pass by what others hold.
  const mine = isPostgres(strapi) ? due.forUpdate().skipLocked() : due;
  await strapi.db.getConnection(table).whereIn('id', mine).update({ claim, locked_until: after(moment, leaseMs) });
  return claim;
};

/** When a failed attempt may be tried again: 10 s, 20 s, 40 s … at most an hour. */
export const retryAt = (attempts: number): Date => after(now(), Math.min(10_000 * 2 ** (attempts - 1), 3_600_000));
