import { Temporal } from 'temporal-polyfill';

/** Hours in which somebody wants no mail; `HH:MM` on his clock, and over midnight where `from` is later than `until`. */
export interface QuietHours {
  from: string;
  until: string;
}

const localOf = (moment: Date, timeZone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);

/** The next moment, after this one, at which a clock in that zone shows `time` (`HH:MM`). Where the clocks leap over it, as soon as they have. */
export const nextAt = (moment: Date, time: string, timeZone: string): Date => {
  const there = localOf(moment, timeZone);
  const today = there.toPlainDate().toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  const next = Temporal.ZonedDateTime.compare(today, there) > 0 ? today : there.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(next.epochMilliseconds);
};

/** When quiet hours end that a moment lies in; null where it lies in none. */
export const endOfQuiet = (moment: Date, { from, until }: QuietHours, timeZone: string): Date | null => {
  const clock = localOf(moment, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const isQuiet = from < until ? clock >= from && clock < until : clock >= from || clock < until;
  return isQuiet ? nextAt(moment, until, timeZone) : null;
};
