import { hours } from '../platform/clock';

/** Below this many answered tickets a median promises what nobody measured. */
const enough = 10;

/** Median of the spans in whole hours, at least 1; null for fewer than ten. */
export const medianHours = (spans: [from: Date, to: Date][]): number | null => {
  if (spans.length < enough) return null;
  const sorted = spans.map(([from, to]) => to.getTime() - from.getTime()).sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.max(1, Math.round(middle / hours(1)));
};
