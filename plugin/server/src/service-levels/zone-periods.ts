import { Temporal } from 'temporal-polyfill';

/** A time during which a zone's clocks are set the same way. All in milliseconds; `until` is Infinity where no change is known. */
export interface ZonePeriod {
  from: number;
  until: number;
  /** What the clocks show more than UTC. */
  offset: number;
}

const kept = new Map<string, ZonePeriod[]>();
/** Enough for some decades of one zone. */
const mostKept = 100;
const nanoseconds = 1_000_000;

const find = (timeZone: string, moment: number): ZonePeriod => {
  const there = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  const change = there.getTimeZoneTransition('next');
  return { from: moment, until: change?.epochMilliseconds ?? Infinity, offset: there.offsetNanoseconds / nanoseconds };
};

/** How the clocks of a zone are set from a moment on, until they next change. Finding out takes long, so it is remembered. */
export const periodAt = (timeZone: string, moment: number): ZonePeriod => {
  const known = kept.get(timeZone) ?? [];
  const period = known.find(({ from, until }) => from <= moment && moment < until);
  if (period) return period;
  const found = find(timeZone, moment);
  // The same period, known from an earlier moment on.
  const others = known.filter(({ until }) => until !== found.until);
  kept.set(timeZone, [...others, found].slice(-mostKept));
  return found;
};
