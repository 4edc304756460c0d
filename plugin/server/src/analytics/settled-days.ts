import { LRUCache } from 'lru-cache';
import type { Deflection, Span } from '../../../contracts/analytics';
import { after, days, minutes, now } from '../platform/clock';
import { dayIn, daysLater } from '../service-levels/zone-days';
import { lengthOf } from './days';

/** What became of an offered answer is open for a day; the rest is for zones and jobs that are late. */
const settledAfter = days(3);
/** Longer spans are counted as a whole: so many statements would take longer than the one. */
const longestByDays = 100;
/** An opening out of a page that somebody left open for days shows after so long. */
const keptFor = minutes(10);

type Counts = Record<string, number> | null;
const sum = <Each extends Counts>(one: Each, other: Each): Each => (one && other ? (Object.fromEntries(Object.keys(one).map((name) => [name, one[name]! + other[name]!])) as Each) : one);
const plus = (one: Deflection, other: Deflection): Deflection => ({ searches: sum(one.searches, other.searches), suggestions: sum(one.suggestions, other.suggestions) });

/**
 * Keeps what was counted of each day on which nothing changes any more, so that a span that overlaps with one asked
 * before costs its new days: counting a month's searches and suggestions anew takes longer than all sums together.
 * `count` counts a span of a part.
 */
export const settledDays = <Part>(count: (span: Span, timeZone: string, part: Part) => Promise<Deflection>) => {
  const kept = new LRUCache<string, Deflection>({ max: 5000, ttl: keptFor });

  const ofDay = async (day: string, timeZone: string, part: Part): Promise<Deflection> => {
    const key = JSON.stringify([timeZone, day, part]);
    const found = kept.get(key) ?? (await count({ from: day, to: day }, timeZone, part));
    kept.set(key, found, { noUpdateTTL: true });
    return found;
  };

  return {
    /** The same as `count` answers for the span as a whole. */
    async within(span: Span, timeZone: string, part: Part): Promise<Deflection> {
      const open = dayIn(timeZone, after(now(), -settledAfter));
      if (lengthOf(span) > longestByDays || span.from >= open) return count(span, timeZone, part);
      const found: Deflection[] = [];
      for (let day = span.from; day <= span.to && day < open; day = daysLater(day, 1)) found.push(await ofDay(day, timeZone, part));
      if (span.to >= open) found.push(await count({ from: open, to: span.to }, timeZone, part));
      return found.reduce(plus);
    },
  };
};
