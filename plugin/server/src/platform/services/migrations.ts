import { setTimeout as pause } from 'node:timers/promises';
import { getService } from '../get-service';
import { holdMigration, noteDone, noteFailed } from '../migration-table';
import { inOrder, isLong } from '../migrations';
import { inTransaction, rows } from '../rows';
import { jobs } from './jobs';
import { saidBy } from '../said-by';
import type { MigrationRow } from '../migration-table';
import type { LongMigration, Migration, QuickMigration } from '../migrations';
import type { Strapi } from '../domain';

/** How a migration stands. `unknown`: a newer version ran it, which this one knows nothing of. */
export interface MigrationReport {
  name: string;
  what: string;
  isLong: boolean;
  state: 'waiting' | 'begun' | 'done' | 'failed' | 'unknown';
  done: number;
  tookMs: number;
  endedAt: string | null;
  error: string | null;
}

/** Between two steps, so that others come in. */
const breathMs = 20;
const mostTries = 50;
const isBusy = (error: unknown): boolean => /^SQLITE_BUSY/.test((error as { code?: string } | null)?.code ?? '');

const reportOf = (row: MigrationRow | undefined, { name, what }: Pick<Migration, 'name' | 'what'>, isLong: boolean, state: MigrationReport['state']): MigrationReport => ({
  name,
  what,
  isLong,
  state,
  done: Number(row?.done ?? 0),
  tookMs: Number(row?.tookMs ?? 0),
  endedAt: row?.endedAt ? new Date(row.endedAt).toISOString() : null,
  error: row?.lastError ?? null,
});

/** Changes of tables and rows that Strapi does not make of itself: each once, whoever else runs them at the same time. Decision 051. */
export const migrations = ({ strapi }: { strapi: Strapi }) => {
  let known: Migration[] = [];

  const list = async (): Promise<MigrationReport[]> => {
    const ran = new Map((await rows<MigrationRow>(strapi, 'migration').findMany({ orderBy: { name: 'asc' } })).map((row) => [row.name, row]));
    const own = known.map((migration) => reportOf(ran.get(migration.name), migration, isLong(migration), ran.get(migration.name)?.state ?? 'waiting'));
    const names = new Set(known.map(({ name }) => name));
    const foreign = [...ran.values()].filter(({ name }) => !names.has(name)).map((row) => reportOf(row, { name: row.name, what: row.what ?? '' }, false, 'unknown'));
    return [...own, ...foreign];
  };

  const runQuick = (migration: QuickMigration): Promise<void> =>
    inTransaction(strapi, async () => {
      if ((await holdMigration(strapi, migration)).state === 'done') return;
      const from = Date.now();
      await migration.up(strapi);
      await noteDone(strapi, migration.name, { tookMs: Date.now() - from, done: 1, mark: null, isAll: true });
    });

  /** One step; null where nothing is left, be it that another process has ended it. */
  const takeStep = (migration: LongMigration): Promise<number | null> =>
    inTransaction(strapi, async () => {
      const { state, mark } = await holdMigration(strapi, migration);
      if (state === 'done') return null;
      const from = Date.now();
      const step = await migration.step(strapi, mark);
      await noteDone(strapi, migration.name, { tookMs: Date.now() - from, done: step?.done ?? 0, mark: step?.mark ?? mark, isAll: step === null });
      return step && step.done;
    });

  /** SQLite lets one wait for another for some seconds only. */
  const patiently = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isBusy(error) || tries === mostTries) throw error;
        await pause(breathMs * tries);
      }
    }
  };

  const runLong = async (migration: LongMigration, onStep: (done: number) => void): Promise<void> => {
    for (;;) {
      const done = await patiently(() => takeStep(migration));
      if (done === null) return;
      onStep(done);
      await pause(breathMs);
    }
  };

  const run = async (migration: Migration, onStep: (done: number) => void = () => undefined): Promise<void> => {
    try {
      await (isLong(migration) ? runLong(migration, onStep) : patiently(() => runQuick(migration)));
    } catch (error) {
      await patiently(() => noteFailed(strapi, migration, saidBy(error)));
      throw new Error(`The migration ${migration.name} failed: ${saidBy(error)}. What it had begun was taken back; nothing after it was run. Mend that, and it is run again.`, { cause: error });
    }
  };

  const waitingOf = async (): Promise<Migration[]> => {
    const ended = new Set((await list()).filter(({ state }) => state === 'done').map(({ name }) => name));
    return known.filter(({ name }) => !ended.has(name));
  };

  return {
    /** Adds migrations, at the start and before anything is run; a host application may have some of its own. */
    learn(more: Migration[]): void {
      known = inOrder([...known, ...more]);
    },

    /** How each stands, by number; those of a newer version last. */
    list,

    /** Runs all that wait, in order; `onStep` hears what a long one dealt with. Throws at the first that fails. */
    async run(onBegin: (name: string) => void = () => undefined, onStep: (name: string, done: number) => void = () => undefined): Promise<void> {
      for (const migration of await waitingOf()) {
        onBegin(migration.name);
        await run(migration, (done) => onStep(migration.name, done));
      }
    },

    /** At the start: runs quick ones, without which it must not go on, and says which long ones wait. */
    async atStart(): Promise<void> {
      if (getService(strapi, 'jobs', jobs).rests()) return;
      const waiting = await waitingOf();
      for (const migration of waiting.filter((each) => !isLong(each))) await run(migration);
      const long = waiting.filter(isLong).map(({ name }) => name);
      if (long.length > 0) strapi.log.warn(`Long migrations wait: ${long.join(', ')}. The portal works meanwhile; run "portal migrate" soon, beside it.`);
    },
  };
};
