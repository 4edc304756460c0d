import { setTimeout as pause } from 'node:timers/promises';
import { claimDue, retryAt } from '../../platform/claim';
import { minutes } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { queueRunner } from '../../platform/queue-runner';
import { rows } from '../../platform/rows';
import { saidBy } from '../../platform/said-by';
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

  const fail = async ({ id, attempts }: Claimed, error: unknown): Promise<void> => {
    const lastError = saidBy(error);
    const isLast = attempts + 1 >= maxAttempts || error instanceof UnreadableMail;
    strapi.log.error(`Received mail ${id} could not be read (attempt ${attempts + 1}: ${lastError}). ${isLast ? 'It is kept under Settings → Received mail.' : 'It will be tried again.'}`);
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

  const { runDue, runSoon, stop } = queueRunner(strapi, { claim: async () => (receivesMail(strapi) ? claimDue<Claimed>(strapi, due) : []), work: read });
  return { runDue, runSoon, stop };
};
