import { homeZone } from '../wording';
import type { Chance } from './chances';

const minute = 60_000;
const day = 1440 * minute;
/** How long the desk has been asked by way of the portal. */
export const historyDays = 364;

/** Of an average day; gardens are looked at from March on, and on Mondays somebody reads the mail of the weekend. */
const ofMonth = [0.8, 0.85, 1.1, 1.25, 1.3, 1.15, 1, 0.9, 0.95, 1, 1.05, 1.1];
const ofWeekday: Record<string, number> = { Mon: 1.5, Tue: 1.2, Wed: 1.1, Thu: 1, Fri: 0.85, Sat: 0.45, Sun: 0.5 };
const [firstYear, lastYear] = [0.65, 1.3];

const format = new Intl.DateTimeFormat('en-GB', { timeZone: homeZone, weekday: 'short', day: 'numeric', month: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
interface Local {
  weekday: string;
  day: number;
  month: number;
  /** Since midnight. */
  minutes: number;
}
const localOf = (moment: Date): Local => {
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { weekday: part.weekday ?? '', day: Number(part.day), month: Number(part.month), minutes: Number(part.hour) * 60 + Number(part.minute) };
};

const isChristmas = ({ day: date, month }: Local): boolean => (month === 12 && date >= 21) || (month === 1 && date <= 4);
/** From Christmas to New Year the workshop is closed. */
const isHoliday = ({ day: date, month }: Local): boolean => (month === 12 && date >= 24 && date <= 31 && date !== 29 && date !== 30) || (month === 1 && date === 1);

/** A day of the past: `busy` 1 is an average one; `open` and `closed` are when the desk was. */
export interface PastDay {
  midnight: number;
  busy: number;
  isOpen: boolean;
}

/** The days of the history up to the one before `now`, oldest first. */
export const pastDays = (now: Date): PastDay[] =>
  Array.from({ length: historyDays }, (_, index) => {
    const noon = new Date(now.getTime() - (historyDays - index) * day);
    const local = localOf(noon);
    const growth = firstYear + ((lastYear - firstYear) * index) / historyDays;
    const busy = growth * (ofWeekday[local.weekday] ?? 1) * (ofMonth[local.month - 1] ?? 1) * (isChristmas(local) ? 0.3 : 1);
    return { midnight: Math.floor((noon.getTime() - local.minutes * minute) / minute) * minute, busy, isOpen: !['Sat', 'Sun'].includes(local.weekday) && !isHoliday(local) };
  });

/** A moment of a day at which people write: some in the morning, most by day, some in the evening. */
export const momentOf = ({ midnight }: PastDay, chance: Chance): number => midnight + (420 + chance(360) + chance(360)) * minute + chance(60) * 1000;

const [opens, closes] = [9 * 60, 17 * 60];
/** So many minutes of opening after a moment; null where that is not over yet. */
export const openMinutesAfter = (days: PastDay[], from: number, minutes: number): number | null => {
  let left = minutes;
  for (const { midnight, isOpen } of days) {
    const [start, end] = [Math.max(from, midnight + opens * minute), midnight + closes * minute];
    if (!isOpen || start >= end) continue;
    const here = Math.floor((end - start) / minute);
    if (left < here) return start + left * minute;
    left -= here;
  }
  return null;
};
