import { relativeSpan, relativeTime, type DateReading } from './dates';

const minute = 60_000;
const hour = 60 * minute;

/** How long it is until then, rounded up so that nobody comes too early: `in 40 seconds`, `in 12 minutes`, `in 3 hours`. */
const span = (milliseconds: number, { language }: DateReading): string => {
  if (milliseconds < 2 * minute) return relativeSpan(language, Math.max(1, Math.ceil(milliseconds / 1000)), 'second');
  return milliseconds < 2 * hour ? relativeSpan(language, Math.ceil(milliseconds / minute), 'minute') : relativeSpan(language, Math.ceil(milliseconds / hour), 'hour');
};

/**
 * When something will be possible: `today at 14:05`, `tomorrow at 09:12`, and for the next minutes, or for a reader whose
 * clock we do not know, how long it is until then. A zone that nobody chose is named.
 */
export const comingTime = (value: Date, reading: DateReading, knowsClock: boolean): string => {
  const left = value.getTime() - (reading.now ?? new Date()).getTime();
  if (!knowsClock || left < 2 * minute) return span(left, reading);
  // The minute after: at the one that it falls into it may still be too early.
  const text = relativeTime(new Date(Math.ceil(value.getTime() / minute) * minute), reading);
  return reading.timeZone === 'UTC' ? `${text} (UTC)` : text;
};
