import { setTimeout as pause } from 'node:timers/promises';

/**
 * The outcome of some work, good or bad, not before so many milliseconds: where how long an answer takes would tell
 * what it must not say.
 */
export const atLeast = async <Outcome>(milliseconds: number, work: Promise<Outcome>): Promise<Outcome> => {
  const [outcome] = await Promise.allSettled([work, pause(milliseconds)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
};
