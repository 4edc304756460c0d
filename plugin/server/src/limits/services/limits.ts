import { RateLimiterRes } from 'rate-limiter-flexible';
import { days } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import type { Strapi } from '../../platform/domain';
import { limitFields } from '../headers';
import { leases } from '../lease';
import { waitSeconds } from '../limit';
import type { Limit, Standing } from '../limit';
import { openStore } from '../store';
import type { Store } from '../store';
import { subjectName } from '../subject';

/** What is counted without a limit. */
export type Count = Pick<Limit, 'name' | 'windowMs'>;
const beyondAll = 1_000_000_000;

/** What the library says, whichever way it says it: a refusal is thrown. */
const heard = async (asked: Promise<RateLimiterRes>): Promise<{ result: RateLimiterRes; accepted: boolean }> => {
  try {
    return { result: await asked, accepted: true };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { result: error, accepted: false };
    throw error;
  }
};

/**
 * How often somebody may do something, counted for all nodes together (decision 038). Windows begin with the first of
 * what is counted. They run by the machine's own clock: the library asks for no other.
 */
export const limits = ({ strapi }: { strapi: Strapi }) => {
  let store: Store | null = null;
  const opened = (): Store => {
    if (!store) throw new Error('Limits are counted once the portal has started.');
    return store;
  };
  const nameOf = (name: string, subject: string): string => subjectName(strapi, name, subject);
  const counterOf = ({ name, quota, windowMs }: Limit) => opened().counter(name, quota, windowMs);
  const endless = ({ name, windowMs }: Count) => opened().counter(name, beyondAll, windowMs);
  const gateOf = (name: string) => opened().counter(name, 1, days(1));
  const shares = leases(async (limit, subject, points) => {
    const { consumedPoints, msBeforeNext } = await counterOf(limit).penalty(nameOf(limit.name, subject), points);
    return { consumed: consumedPoints, resetMs: msBeforeNext };
  });

  /** Counts one more, and says whether it is within the limit. */
  const take = async (limit: Limit, subject: string): Promise<Standing> => {
    if (limit.often && opened().isDatabase) return shares.take(limit, subject);
    const { result, accepted } = await heard(counterOf(limit).consume(nameOf(limit.name, subject)));
    return { limit, accepted, left: accepted ? result.remainingPoints : 0, resetMs: result.msBeforeNext };
  };

  /** Says how a limit stands in the headers of the answer to the present request, if there is one. */
  const tell = (standing: Standing): void => {
    const ctx = strapi.requestContext.get();
    for (const [name, item] of Object.entries(limitFields(standing))) ctx?.set(name, [ctx.response.get(name), item].filter(Boolean).join(', '));
  };

  const refusal = (standing: Standing, message: string): Refusal => new Refusal('too_many_requests', message, [], waitSeconds(standing));

  return {
    take,
    tell,
    refusal,

    /** Counts one more and tells it; 429 `too_many_requests` with the time to wait beyond the limit. */
    async spend(limit: Limit, subject: string, message = 'That was a lot in a short time. Nothing was done. Wait, then try again.'): Promise<void> {
      const standing = await take(limit, subject);
      tell(standing);
      if (!standing.accepted) throw refusal(standing, message);
    },

    /** True where no more would be accepted; counts nothing. */
    async isSpent(limit: Limit, subject: string): Promise<boolean> {
      const known = await counterOf(limit).get(nameOf(limit.name, subject));
      return known !== null && known.consumedPoints >= limit.quota;
    },

    /** Counts one more of what has no limit of its own; answers how many there were within the window. */
    count: async (counted: Count, subject: string): Promise<number> => (await endless(counted).penalty(nameOf(counted.name, subject))).consumedPoints,
    /** How many there were within the window; counts nothing. */
    counted: async (counted: Count, subject: string): Promise<number> => (await endless(counted).get(nameOf(counted.name, subject)))?.consumedPoints ?? 0,
    /** Takes one of these back. */
    uncount: async (counted: Count, subject: string): Promise<void> => void (await endless(counted).reward(nameOf(counted.name, subject))),
    /** Begins such a count anew. */
    forget: async (counted: Count, subject: string): Promise<void> => void (await endless(counted).delete(nameOf(counted.name, subject))),

    /** Lets one through and nobody after it for `pauseMs` (a day at most), however many come at once; null for the one, milliseconds to wait for the others. */
    async pause(name: string, subject: string, pauseMs: number): Promise<number | null> {
      const { result, accepted } = await heard(gateOf(name).consume(nameOf(name, subject), 1, { customDuration: Math.ceil(pauseMs / 1000) }));
      // A busy process may hear of a refusal when its time is over.
      return accepted ? null : Math.max(1, result.msBeforeNext);
    },
    /** Lets the next one through at once. */
    endPause: async (name: string, subject: string): Promise<void> => void (await gateOf(name).delete(nameOf(name, subject))),

    async open(): Promise<void> {
      const { limits: own, realtime } = strapi.config.get<{ limits: { redisUrl: string }; realtime: { redisUrl: string } }>('plugin::portal');
      store = await openStore(strapi, own.redisUrl || realtime.redisUrl);
    },
    forgetOld: () => opened().forgetOld(),
    close: () => store?.close(),
  };
};
