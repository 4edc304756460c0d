/** For how long a ticket can be put off. */
export const snoozeSpans = ['hour', 'evening', 'tomorrow', 'monday', 'week'] as const;
export type SnoozeSpan = (typeof snoozeSpans)[number];

const at = (from: Date, days: number, hour: number): Date => new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, hour);

/** When that is over, in the agent's own time: mornings are nine o'clock. */
export const snoozeEnd = (span: SnoozeSpan, now: Date): Date => {
  if (span === 'hour') return new Date(now.getTime() + 3_600_000);
  if (span === 'evening') return now.getHours() < 17 ? at(now, 0, 18) : at(now, 1, 18);
  if (span === 'tomorrow') return at(now, 1, 9);
  if (span === 'week') return at(now, 7, 9);
  return at(now, (8 - now.getDay()) % 7 || 7, 9);
};

const two = (number: number): string => String(number).padStart(2, '0');

/** A moment as a field for date and time holds it, in the agent's own time: `2026-03-02T09:00`. */
export const localMoment = (moment: Date): string =>
  `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}T${two(moment.getHours())}:${two(moment.getMinutes())}`;

/** The last day that the server takes. */
export const latestSnooze = (now: Date): Date => at(now, 365, now.getHours());

/** The moment that an agent typed; null for none, and for one that is over or too far away. */
export const typedMoment = (typed: string, now: Date): Date | null => {
  const moment = new Date(typed);
  return typed !== '' && moment > now && moment <= latestSnooze(now) ? moment : null;
};
