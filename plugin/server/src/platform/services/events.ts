import { setTimeout as pause } from 'node:timers/promises';
import { claimDue, retryAt } from '../claim';
import { inPresent, now, seconds } from '../clock';
import { oneAtATime } from '../one-at-a-time';
import { storedJson } from '../statements';
import { tellSubscribers } from '../tell-subscribers';
import { insertRow, updateRow } from '../write-rows';
import type { DeliveredEvent, Delivery, OutboxRow, PortalEvent, Subscriber, Untold } from '../tell-subscribers';
import type { Strapi } from '../domain';

const batchSize = 50;
const maxAttempts = 12;
const gatheringMs = 100;
const due = { table: 'portal_outbox', columns: ['id', 'type', 'subject', 'payload', 'done', 'attempts', 'created_at as createdAt'], state: 'pending', limit: batchSize, leaseMs: seconds(60) };

/**
 * The transactional outbox. `record` is called inside the transaction of the change it tells of; after the
 * commit every subscriber of the type gets it, each isolated from the others' failures, at least once.
 */
export const events = ({ strapi }: { strapi: Strapi }) => {
  const subscribers: Subscriber[] = [];
  let soon = false;
  let stopped = false;

  const claim = async (): Promise<Untold[]> =>
    (await claimDue<Untold>(strapi, due)).map((row) => ({ ...row, payload: storedJson<PortalEvent['payload']>(row.payload), done: row.done && storedJson<string[]>(row.done) }));

  const settleFailed = ({ event, attempts, done, lastError }: Delivery): Promise<void> => {
    const failed = attempts + 1;
    const state = failed >= maxAttempts ? 'failed' : 'pending';
    return updateRow<OutboxRow>(strapi, 'outbox', event.id, { done: [...done], lastError, attempts: failed, state, lockedUntil: null, availableAt: retryAt(failed) });
  };

  /** Told events are settled together: one statement a batch. Those of a killed process are told again, which subscribers expect. */
  const settle = async (deliveries: Delivery[]): Promise<void> => {
    const told = deliveries.filter(({ lastError }) => lastError === null).map(({ event }) => event.id);
    if (told.length > 0) await strapi.db.getConnection('portal_outbox').whereIn('id', told).update({ state: 'delivered', locked_until: null, last_error: null });
    for (const failed of deliveries.filter(({ lastError }) => lastError !== null)) await settleFailed(failed);
  };

  const drain = async (): Promise<void> => {
    for (;;) {
      const batch = await claim();
      await settle(await tellSubscribers(strapi, subscribers, batch));
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
    subscribe(name: string, types: string[], handle: (event: DeliveredEvent) => Promise<void>): void {
      subscribers.push({ name, types, together: false, handle: async ([event]) => void (event && (await handle(event))) });
    },

    /**
     * The same for work that is cheaper done for many: `handle` gets all events of a batch. When it throws,
     * it gets each of them alone, so it must keep all of its work or none.
     */
    subscribeTogether(name: string, types: string[], handle: Subscriber['handle']): void {
      subscribers.push({ name, types, together: true, handle });
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
