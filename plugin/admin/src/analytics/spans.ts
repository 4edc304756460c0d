import type { Span } from '../../../contracts/analytics';

const day = 86_400_000;

/** A date as the calendar on the wall has it. */
export const today = (): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
};
/** So many days up to today. */
export const lastDays = (count: number): Span => ({ from: new Date(Date.parse(today()) - (count - 1) * day).toISOString().slice(0, 10), to: today() });
/** Spans that are asked for most, by their number of days. */
export const usualSpans = [7, 30, 90, 365] as const;
