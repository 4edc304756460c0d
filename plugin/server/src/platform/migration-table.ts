import { now } from './clock';
import { writeStatement } from './statements';
import type { Migration } from './migrations';
import type { Row } from './rows';
import type { Strapi } from './domain';

export interface MigrationRow extends Row {
  name: string;
  what: string | null;
  state: 'begun' | 'done' | 'failed';
  startedAt: Date | null;
  endedAt: Date | null;
  tookMs: number;
  done: number;
  mark: string | null;
  lastError: string | null;
}

/** How far a migration is, for whoever holds it. */
export type Held = Pick<MigrationRow, 'state' | 'mark'>;

/**
 * Holds a migration until the caller's transaction ends: its row is written first of all, so that other processes
 * wait here on both databases, and then see what this one did.
 */
export const holdMigration = async (strapi: Strapi, { name, what }: Migration): Promise<Held> => {
  const moment = now();
  const sql = `insert into portal_migrations (name, what, state, started_at, took_ms, done, created_at, updated_at) values (?, ?, 'begun', ?, 0, 0, ?, ?)
    on conflict (name) do update set updated_at = excluded.updated_at returning state, mark`;
  const [held] = await writeStatement<Held>(strapi, sql, [name, what, moment, moment, moment]);
  return held ?? { state: 'begun', mark: null };
};

/** Notes what a part of it came to; in the transaction of that part. */
export const noteDone = async (strapi: Strapi, name: string, part: { tookMs: number; done: number; mark: string | null; isAll: boolean }): Promise<void> => {
  const { tookMs, done, mark, isAll } = part;
  const sql = 'update portal_migrations set state = ?, took_ms = took_ms + ?, done = done + ?, mark = ?, ended_at = ?, last_error = null, updated_at = ? where name = ?';
  await writeStatement(strapi, sql, [isAll ? 'done' : 'begun', tookMs, done, mark, isAll ? now() : null, now(), name]);
};

/** Notes why it went no further, once what it began is taken back. What an earlier step kept stays. */
export const noteFailed = async (strapi: Strapi, migration: Migration, reason: string): Promise<void> => {
  await holdMigration(strapi, migration);
  await writeStatement(strapi, `update portal_migrations set state = 'failed', last_error = ?, updated_at = ? where name = ? and state <> 'done'`, [reason, now(), migration.name]);
};
