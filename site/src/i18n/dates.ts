import type { Language } from '@contracts/accounts';
import { wordsFor } from './index';

/** Where and when a date is read. `now` is a parameter so that the functions stay pure. */
export interface DateReading {
  language: Language;
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: string;
  now?: Date;
}

/** Day before month and 24 hours: what an English reader outside the United States expects. */
// Western digits, as in references, sizes and code, which stand beside the dates.
const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE', ar: 'ar-u-nu-latn-ca-gregory' };
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

// Intl formatters take far longer to make than to use, and a list shows dozens of dates.
interface Formatter {
  intl: Intl.DateTimeFormat;
  /** What it said, by the moment: a page says most of its moments twice, and the next visit says them again. */
  said: Map<number, string>;
}
const formatters = new Map<string, Formatter>();

const format = (value: Date, { language, timeZone }: DateReading, name: string, options: Intl.DateTimeFormatOptions): string => {
  const key = `${language} ${timeZone} ${name}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = { intl: new Intl.DateTimeFormat(locales[language], { ...options, timeZone }), said: new Map() };
    // Zones come from profiles: the bound keeps odd ones from growing the map for ever.
    if (formatters.size > 500) formatters.clear();
    formatters.set(key, formatter);
  }
  const moment = value.getTime();
  const known = formatter.said.get(moment);
  if (known !== undefined) return known;
  const text = formatter.intl.format(value);
  if (formatter.said.size > 2000) formatter.said.clear();
  formatter.said.set(moment, text);
  return text;
};

const spans: Record<Language, Intl.RelativeTimeFormat> = {
  en: new Intl.RelativeTimeFormat(locales.en, { numeric: 'auto' }),
  de: new Intl.RelativeTimeFormat(locales.de, { numeric: 'auto' }),
  ar: new Intl.RelativeTimeFormat(locales.ar, { numeric: 'auto' }),
};
const relative = (language: Language, value: number, unit: Intl.RelativeTimeFormatUnit): string => spans[language].format(value, unit);
/** `in 12 minutes`, `2 hours ago`. */
export const relativeSpan = relative;

const knownDays = new Map<string, number>();

/** The day on the zone's calendar as a running number. Kept by quarter hour: no zone's midnight falls between. */
const dayOf = (value: Date, timeZone: string): number => {
  const key = `${timeZone} ${Math.floor(value.getTime() / (15 * minute))}`;
  const known = knownDays.get(key);
  if (known !== undefined) return known;
  const [d, m, y] = format(value, { language: 'en', timeZone }, 'key', { day: '2-digit', month: '2-digit', year: 'numeric' }).split('/').map(Number);
  const found = Date.UTC(y ?? 0, (m ?? 1) - 1, d ?? 1) / day;
  if (knownDays.size > 20_000) knownDays.clear();
  knownDays.set(key, found);
  return found;
};

/** Days between two moments as the calendar of the zone counts them, whatever the clocks do at night. */
const calendarDays = (from: Date, to: Date, timeZone: string): number => dayOf(to, timeZone) - dayOf(from, timeZone);

const yearOf = (value: Date, timeZone: string): number => new Date(dayOf(value, timeZone) * day).getUTCFullYear();
const sameYear = (a: Date, b: Date, { timeZone }: DateReading): boolean => yearOf(a, timeZone) === yearOf(b, timeZone);

/** `14:05` */
export const clockTime = (value: Date, reading: DateReading): string =>
  format(value, reading, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `20 November`, with the year only when it is another one than now. */
export const dayMonth = (value: Date, reading: DateReading): string =>
  sameYear(value, reading.now ?? new Date(), reading)
    ? format(value, reading, 'day', { day: 'numeric', month: 'long' })
    : format(value, reading, 'date', { day: 'numeric', month: 'long', year: 'numeric' });

/** `20 November 2026`: for pages that are kept, which must not depend on the present. */
export const dayMonthYear = (value: Date, reading: DateReading): string => format(value, reading, 'date', { day: 'numeric', month: 'long', year: 'numeric' });

/** `20 November 2026` for a day without a time, such as `2026-11-20`; anything else comes back as it is. */
export const calendarDay = (value: string, language: Language): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? format(new Date(`${value}T00:00:00Z`), { language, timeZone: 'UTC' }, 'date', { day: 'numeric', month: 'long', year: 'numeric' }) : value;

/** `Nov 2026` for a month such as `2026-11`. */
export const calendarMonth = (value: string, language: Language): string => format(new Date(`${value}-01T00:00:00Z`), { language, timeZone: 'UTC' }, 'month', { month: 'short', year: 'numeric' });

/** `Friday, 20 November 2026 at 09:12 CET`: for titles, where nothing may be left to guess. */
export const exactTime = (value: Date, reading: DateReading): string =>
  format(value, reading, 'exact', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });

/** As people say it: `just now`, `2 hours ago`, `yesterday at 14:05`, `Monday at 09:12`, `20 November at 09:12`. */
export const relativeTime = (value: Date, reading: DateReading): string => {
  const now = reading.now ?? new Date();
  const { language, timeZone } = reading;
  const { dayAt, justNow } = wordsFor(language).time;
  const passed = now.getTime() - value.getTime();
  if (Math.abs(passed) < minute) return justNow;
  if (passed > 0 && passed < hour) return relative(language, -Math.floor(passed / minute), 'minute');
  const days = calendarDays(value, now, timeZone);
  if (passed > 0 && days === 0) return relative(language, -Math.floor(passed / hour), 'hour');
  const time = clockTime(value, reading);
  if (Math.abs(days) <= 1) return dayAt(relative(language, -days, 'day'), time);
  if (days > 1 && days < 7) return dayAt(format(value, reading, 'weekday', { weekday: 'long' }), time);
  return sameYear(value, now, reading) ? dayAt(dayMonth(value, reading), time) : dayMonth(value, reading);
};

/** After "since": `today at 14:05`, `yesterday at 16:20`, `20 November at 09:12`. */
export const sinceTime = (value: Date, reading: DateReading): string => {
  const { language, timeZone } = reading;
  if (calendarDays(value, reading.now ?? new Date(), timeZone) !== 0) return relativeTime(value, reading);
  return wordsFor(language).time.dayAt(relative(language, 0, 'day'), clockTime(value, reading));
};

/** The short form for lists: `2 hours ago`, `yesterday`, `Monday`, `20 November`. */
export const relativeDay = (value: Date, reading: DateReading): string => {
  const now = reading.now ?? new Date();
  const days = calendarDays(value, now, reading.timeZone);
  if (days === 0) return relativeTime(value, reading);
  if (Math.abs(days) === 1) return relative(reading.language, -days, 'day');
  if (days > 1 && days < 7) return format(value, reading, 'weekday', { weekday: 'long' });
  return dayMonth(value, reading);
};
