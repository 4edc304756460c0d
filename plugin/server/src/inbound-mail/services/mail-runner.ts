import { setTimeout as pause } from 'node:timers/promises';
import { claimDue, retryAt } from '../../platform/claim';
import { inPresent, minutes } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { oneAtATime } from '../../platform/one-at-a-time';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { faultPoint } from '../fault-point';
import { receivesMail } from '../inbound-settings';
import { UnreadableMail } from '../parsed-mail';
import type { ReceivedMailRow } from '../rows';
import { mailHandling } from './mail-handling';

type Claimed = Pick<ReceivedMailRow, 'id' | 'attempts'>;
const maxAttempts = 5;
const longest = minutes(2);
// One at a time: of two answers to one ticket the first stays the first.
const due = { table: 'portal_received_mails', columns: ['id', 'attempts'], state: 'received', limit: 1, leaseMs: minutes(4) };

/** Reads stored mails one after another; one that fails is tried again, then kept for a person. */
export const mailRunner = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ReceivedMailRow>(strapi, 'received-mail');
  let stopped = false;

  const fail = async ({ id, attempts }: Claimed, error: unknown): Promise<void> => {
    const lastError = error instanceof Error ? error.message : String(error);
    const isLast = attempts + 1 >= maxAttempts || error instanceof UnreadableMail;
    strapi.log.error(`Received mail ${id} could not be read (attempt ${attempts + 1}): ${lastError}`);
    const data: Partial<ReceivedMailRow> = { state: isLast ? 'failed' : 'received', reason: isLast ? 'failed' : null, availableAt: retryAt(attempts + 1), lockedUntil: null, lastError };
    // Only what is still waiting: it may have been done just when the time was over.
    await table.updateMany({ where: { id, state: 'received' }, data });
  };

  const inTime = async (work: Promise<void>): Promise<void> => {
    const aborter = new AbortController();
    const late = pause(longest, undefined, { ref: false, signal: aborter.signal }).then(() => Promise.reject(new Error('Reading it took more than two minutes.')));
    await Promise.race([work, late]).finally(() => aborter.abort());
  };

  const read = async (claimed: Claimed): Promise<void> => {
    // Before it is looked at: a mail that ends the process must not do so for ever.
    await table.updateMany({ where: { id: claimed.id }, data: { attempts: claimed.attempts + 1 } });
    faultPoint('inbound-mail: claimed');
    if (claimed.attempts >= maxAttempts) return fail(claimed, new Error('The process ended each time that this mail was read.'));
    try {
      await inTime(getService(strapi, 'mail-handling', mailHandling).handle(claimed.id));
    } catch (error) {
      await fail(claimed, error);
    }
  };

  const running = oneAtATime(async () => {
    while (!stopped && receivesMail(strapi)) {
      const [claimed] = await claimDue<Claimed>(strapi, due);
      if (!claimed) return;
      await read(claimed);
    }
  });

  return {
    /** Reads all that waits and is due; resolves when it has. */
    runDue: running.run,
    /** Begins to read; nobody who hands a mail in should wait for it. */
    runSoon: (): void => void inPresent(running.run).catch((error) => strapi.log.error(error)),
    /** Begins no further mail and resolves once the one under way is settled. */
    async stop(): Promise<void> {
      stopped = true;
      await running.idle();
    },
  };
};
