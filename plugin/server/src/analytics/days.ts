import { Temporal } from 'temporal-polyfill';
import type { Comparison, Span } from '../../../contracts/analytics';
import { days } from '../platform/clock';
import { daysLater } from '../service-levels/zone-days';

const day = days(1);
const numberOf = (date: string): number => Date.parse(date) / day;

/** How many days a span has, both ends counted. */
export const lengthOf = ({ from, to }: Span): number => numberOf(to) - numberOf(from) + 1;

/** 29 February has no year before: the 28th stands for it. */
const yearBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ years: 1 }).toString();

/** With what a span is compared; null: with nothing. */
export const comparedWith = (span: Span, how: Comparison): Span | null => {
  if (how === 'none') return null;
  if (how === 'year') return { from: yearBefore(span.from), to: yearBefore(span.to) };
  return { from: daysLater(span.from, -lengthOf(span)), to: daysLater(span.from, -1) };
};

/** How fine a chart of a span is: at most about a hundred points. */
export const stepFor = (span: Span): 'day' | 'week' | 'month' => {
  const length = lengthOf(span);
  if (length <= 92) return 'day';
  return length <= 740 ? 'week' : 'month';
};

/** The first days of a span's steps: weeks count from its beginning, months from their own. */
export const stepsIn = (span: Span, step: 'day' | 'week' | 'month'): string[] => {
  const starts: string[] = [];
  for (let at = span.from; at <= span.to; ) {
    starts.push(at);
    at = step === 'month' ? Temporal.PlainDate.from(at).with({ day: 1 }).add({ months: 1 }).toString() : daysLater(at, step === 'week' ? 7 : 1);
  }
  return starts;
};
