import type { BusinessHours, Opening } from '../../../contracts/service-levels';
import { days, minutes } from '../platform/clock';
import { periodAt } from './zone-periods';

/** A stretch of time, its end not in it: of a day, or of moments; milliseconds. */
type Stretch = [from: number, to: number];

/** Business hours in the form that is counted with. */
export interface OpenHours {
  timeZone: string;
  /** Stretches of each weekday, Monday first, in order and apart. */
  week: Stretch[][];
  /** Days since 1970, from the first to the last, in order and apart. */
  holidays: Stretch[];
}

const day = days(1);
/** Further ahead nothing is promised. */
const horizon = days(3653);

/** Stretches in order, those that touch or overlap made one. */
const merged = (stretches: Stretch[]): Stretch[] => {
  const found: Stretch[] = [];
  for (const [from, to] of stretches.toSorted(([one], [other]) => one - other)) {
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
};

const millisecondsOf = (time: string): number => minutes(Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));

/** The parts of an opening by weekday (0 Monday): a night's second part is the next day's. */
const partsOf = ({ day: weekday, from, to }: Opening): [weekday: number, Stretch][] => {
  const [start, end] = [millisecondsOf(from), millisecondsOf(to)];
  if (start < end) return [[weekday - 1, [start, end]]];
  const night: [number, Stretch][] = [[weekday - 1, [start, day]], [weekday % 7, [0, end]]];
  return night.filter(([, [first, last]]) => first < last);
};

const dayNumber = (date: string): number => Date.parse(date) / day;

/** Business hours, made ready for counting. They must have passed the contract. */
export const openHours = ({ timeZone, openings, holidays }: BusinessHours): OpenHours => {
  const parts = openings.flatMap(partsOf);
  return {
    timeZone,
    week: [0, 1, 2, 3, 4, 5, 6].map((weekday) => merged(parts.filter(([on]) => on === weekday).map(([, stretch]) => [...stretch]))),
    holidays: merged(holidays.map(({ from, to }) => [dayNumber(from), dayNumber(to) + 1])),
  };
};

const stretchesOn = ({ week, holidays }: OpenHours, date: number): Stretch[] => {
  if (holidays.some(([first, end]) => first <= date && date < end)) return [];
  // 1 January 1970 was a Thursday.
  return week[(((date + 3) % 7) + 7) % 7] ?? [];
};

/** The open stretches of a time in which the clocks do not change. */
const within = function* (hours: OpenHours, offset: number, from: number, until: number): Generator<Stretch> {
  for (let date = Math.floor((from + offset) / day); date * day - offset < until; date += 1) {
    const midnight = date * day - offset;
    for (const [start, end] of stretchesOn(hours, date)) {
      const [opens, closes] = [Math.max(from, midnight + start), Math.min(until, midnight + end)];
      if (opens < closes) yield [opens, closes];
    }
  }
};

/**
 * The moments at which the desk is open, as stretches in order: open is it whenever a clock on its wall shows
 * an opening. So an hour that the clocks skip is never open, and one that they show twice is open twice.
 */
const openStretches = function* (hours: OpenHours, from: number, until: number): Generator<Stretch> {
  for (let at = from; at < until; ) {
    const period = periodAt(hours.timeZone, at);
    const end = Math.min(period.until, until);
    yield* within(hours, period.offset, at, end);
    at = end;
  }
};

/** Milliseconds of opening between two moments; 0 when the second is not later. */
export const openTimeBetween = (hours: OpenHours, from: Date, to: Date): number => {
  let open = 0;
  for (const [start, end] of openStretches(hours, from.getTime(), to.getTime())) open += end - start;
  return open;
};

/**
 * The first moment at which so many milliseconds of opening have passed: at the latest the closing, never the
 * next morning. Null when ten years do not have as many.
 */
export const afterOpenTime = (hours: OpenHours, from: Date, open: number): Date | null => {
  if (open <= 0) return from;
  let left = open;
  for (const [start, end] of openStretches(hours, from.getTime(), from.getTime() + horizon)) {
    if (left <= end - start) return new Date(start + left);
    left -= end - start;
  }
  return null;
};

/** Whether the desk is open at a moment. */
export const isOpen = (hours: OpenHours, moment: Date): boolean => openTimeBetween(hours, moment, new Date(moment.getTime() + 1)) > 0;
