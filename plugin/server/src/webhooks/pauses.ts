import { after, hours, minutes, seconds } from '../platform/clock';

const pauses = [seconds(10), minutes(5), minutes(30), hours(2), hours(5), hours(10), hours(14), hours(20), hours(24)];

/** When a message that failed so many times is tried again; null: it is given up, after a little more than three days. What the address asked for is waited for, a day at most. */
export const nextAttempt = (attempts: number, moment: Date, askedMs: number | null): Date | null => {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : after(moment, Math.max(pause, Math.min(askedMs ?? 0, hours(24))));
};
