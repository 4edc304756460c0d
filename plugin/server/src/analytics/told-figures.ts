import { durationBounds } from '../../../contracts/analytics';
import type { Durations, Figures } from '../../../contracts/analytics';
import { stepsOf } from './measures';
import type { Amounts } from './measures';

/** The step in which the middle one lies: of an even number, the lower of both. */
const medianOf = (steps: number[], count: number): Durations['median'] => {
  let seen = 0;
  const index = steps.findIndex((step) => (seen += step) * 2 >= count);
  return count === 0 ? null : { from: durationBounds[index - 1] ?? 0, to: durationBounds[index] ?? null };
};

const durations = (amounts: Amounts, name: 'reply' | 'resolution', count: number): Durations => {
  const steps = stepsOf(name).map((step) => amounts[step] ?? 0);
  return { count, median: medianOf(steps, count), average: count === 0 ? null : (amounts[`${name}_seconds`] ?? 0) / count, steps };
};

/** What a span's sums and its backlog mean. */
export const toldFigures = (amounts: Amounts, backlog: number): Figures => {
  const of = (name: string): number => amounts[name] ?? 0;
  return {
    opened: of('opened'),
    resolved: of('resolved'),
    reopened: of('reopened'),
    backlog,
    firstReply: durations(amounts, 'reply', of('replied')),
    resolution: durations(amounts, 'resolution', of('resolved')),
    ratings: [of('rated_1'), of('rated_2'), of('rated_3'), of('rated_4'), of('rated_5')],
    promises: { reply: { kept: of('reply_kept'), broken: of('reply_broken') }, resolution: { kept: of('resolution_kept'), broken: of('resolution_broken') } },
    expected: { count: of('expected'), inTime: of('expected_kept') },
  };
};
