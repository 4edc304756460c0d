import { claimDue, retryAt } from '../claim';
import { inPresent, now, seconds } from '../clock';
import { rows } from '../rows';
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

const batchSize = 50;
const maxAttempts = 12;

/**
 * The transactional outbox. `record` is called inside the transaction of the change it tells of; after the
 * commit every subscriber of the type gets it, each isolated from the others' failures, at least once.
 */
export const events = ({ strapi }: { strapi: Strapi }) => {
  const subscribers: Subscriber[] = [];
  let running: Promise<void> | null = null;
  let again = false;

  const deliver = async (row: OutboxRow): Promise<void> => {
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
    await settle(row, [...done], lastError);
  };

  const settle = async (row: OutboxRow, done: string[], lastError: string | null): Promise<void> => {
    const attempts = row.attempts + 1;
    const state = lastError === null ? 'delivered' : attempts >= maxAttempts ? 'failed' : 'pending';
    const data = { done, lastError, attempts, state, claim: null, lockedUntil: null, availableAt: retryAt(attempts) } as const;
    await rows<OutboxRow>(strapi, 'outbox').updateMany({ where: { id: row.id }, data: { ...data } });
  };

  const drain = async (): Promise<void> => {
    for (;;) {
      const claim = await claimDue(strapi, 'portal_outbox', ['pending'], batchSize, seconds(60));
      const batch = await rows<OutboxRow>(strapi, 'outbox').findMany({ where: { claim }, orderBy: { id: 'asc' } });
      for (const row of batch) await deliver(row);
      if (batch.length < batchSize) return;
    }
  };

  /** Starts a drain unless one runs; a poke during a run makes it look once more before it ends. */
  const poke = (): Promise<void> => {
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await drain();
      }
    })().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    /** Every event of `types` is given to `handle`; `name` must stay the same over restarts. */
    subscribe(name: string, types: string[], handle: Subscriber['handle']): void {
      subscribers.push({ name, types, handle });
    },

    /** Writes the event beside its change, in the caller's transaction, and has it told after the commit. */
    async record(event: PortalEvent, afterCommit: (run: () => void) => void): Promise<void> {
      const moment = now();
      await rows<OutboxRow>(strapi, 'outbox').create({
        data: { ...event, done: [], state: 'pending', attempts: 0, availableAt: moment },
        select: ['id'],
      });
      afterCommit(() => void inPresent(poke).catch((error) => strapi.log.error(error)));
    },

    /** Tells all that is due; resolves when nothing is left that could be told now. */
    deliverDue: poke,

    /** Resolves once a running delivery has ended: for shutting down. */
    idle: async (): Promise<void> => void (await running?.catch(() => undefined)),
  };
};
