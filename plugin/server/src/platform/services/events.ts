import { setTimeout as pause } from 'node:timers/promises';
import { claimDue, retryAt } from '../claim';
import { inPresent, now, seconds } from '../clock';
import { oneAtATime } from '../one-at-a-time';
import { rows } from '../rows';
import { insertRow, updateRow } from '../write-rows';
import type { Row } from '../rows';
import type { Strapi } from '../domain';

/** Something that happened, in the past tense. `subject` is the reference it happened to. */
export interface PortalEvent {
  type: string;
  subject: string;
  payload: Record<string, unknown>;
}
/** What a subscriber receives: at least once, so `id` is its key against doing the work twice. */
export interface DeliveredEvent extends PortalEvent {
  id: number;
}
type Subscriber = { name: string; types: string[]; handle: (event: DeliveredEvent) => Promise<void> };

interface OutboxRow extends Row, PortalEvent {
  done: string[] | null;
  state: 'pending' | 'delivered' | 'failed';
  attempts: number;
  availableAt: Date;
  claim: string | null;
  lastError: string | null;
  lockedUntil: Date | null;
}

/** How telling one event went. */
interface Delivery {
  row: OutboxRow;
  done: string[];
  lastError: string | null;
}

const batchSize = 50;
const maxAttempts = 12;
const gatheringMs = 100;

/**
 * The transactional outbox. `record` is called inside the transaction of the change it tells of; after the
 * commit every subscriber of the type gets it, each isolated from the others' failures, at least once.
 */
export const events = ({ strapi }: { strapi: Strapi }) => {
  const subscribers: Subscriber[] = [];
  let soon = false;
  let stopped = false;

  const deliver = async (row: OutboxRow): Promise<Delivery> => {
    const done = new Set(row.done ?? []);
    let lastError: string | null = null;
    for (const subscriber of subscribers.filter((each) => each.types.includes(row.type) && !done.has(each.name))) {
      try {
        await subscriber.handle({ id: row.id, type: row.type, subject: row.subject, payload: row.payload });
        done.add(subscriber.name);
      } catch (error) {
        lastError = `${subscriber.name}: ${error instanceof Error ? error.message : String(error)}`;
        strapi.log.error(`Event ${row.id} (${row.type} of ${row.subject}) failed for ${lastError}. It will be tried again.`);
      }
    }
    return { row, done: [...done], lastError };
  };

  const settleFailed = ({ row, done, lastError }: Delivery): Promise<void> => {
    const attempts = row.attempts + 1;
    const state = attempts >= maxAttempts ? 'failed' : 'pending';
    return updateRow<OutboxRow>(strapi, 'outbox', row.id, { done, lastError, attempts, state, claim: null, lockedUntil: null, availableAt: retryAt(attempts) });
  };

  /** Told events are settled together: one statement a batch. Those of a killed process are told again, which subscribers expect. */
  const settle = async (deliveries: Delivery[]): Promise<void> => {
    const told = deliveries.filter(({ lastError }) => lastError === null).map(({ row }) => row.id);
    if (told.length > 0) await strapi.db.getConnection('portal_outbox').whereIn('id', told).update({ state: 'delivered', claim: null, locked_until: null, last_error: null });
    for (const failed of deliveries.filter(({ lastError }) => lastError !== null)) await settleFailed(failed);
  };

  const drain = async (): Promise<void> => {
    for (;;) {
      const claim = await claimDue(strapi, 'portal_outbox', ['pending'], batchSize, seconds(60));
      const batch = await rows<OutboxRow>(strapi, 'outbox').findMany({ where: { claim }, orderBy: { id: 'asc' } });
      const deliveries: Delivery[] = [];
      for (const row of batch) deliveries.push(await deliver(row));
      await settle(deliveries);
      if (batch.length < batchSize) return;
    }
  };

  const delivery = oneAtATime(drain);

  /** After a short while, so that many commits at once become one batch: claiming costs a disk write each time. */
  const pokeSoon = async (): Promise<void> => {
    if (soon) return;
    soon = true;
    await pause(gatheringMs, undefined, { ref: false });
    soon = false;
    if (!stopped) await delivery.run();
  };

  return {
    /** Every event of `types` is given to `handle`; `name` must stay the same over restarts. */
    subscribe(name: string, types: string[], handle: Subscriber['handle']): void {
      subscribers.push({ name, types, handle });
    },

    /** Writes the event beside its change, in the caller's transaction, and has it told after the commit. */
    async record(event: PortalEvent, afterCommit: (run: () => void) => void): Promise<void> {
      await insertRow<OutboxRow>(strapi, 'outbox', { ...event, done: [], state: 'pending', attempts: 0, availableAt: now() });
      afterCommit(() => void inPresent(pokeSoon).catch((error) => strapi.log.error(error)));
    },

    /** Tells all that is due; resolves when nothing is left that could be told now. */
    deliverDue: delivery.run,

    /** Begins no further delivery and resolves once a running one has ended; what is not told waits in the table. */
    async stop(): Promise<void> {
      stopped = true;
      await delivery.idle();
    },
  };
};
