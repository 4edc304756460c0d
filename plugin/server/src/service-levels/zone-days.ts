import { Temporal } from 'temporal-polyfill';
import { days } from '../platform/clock';
import { periodAt } from './zone-periods';

const day = days(1);

/** The date that a calendar in this time zone shows at a moment. */
export const dayIn = (timeZone: string, moment: Date): string => new Date(Math.floor((moment.getTime() + periodAt(timeZone, moment.getTime()).offset) / day) * day).toISOString().slice(0, 10);

/** When a date begins there: not always at midnight, and a day has 23 or 25 hours where the clocks change. */
export const startIn = (timeZone: string, date: string): Date => new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);

/** A date so many days later. */
export const daysLater = (date: string, count: number): string => new Date(Date.parse(date) + count * day).toISOString().slice(0, 10);
