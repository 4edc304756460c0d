import { durationBounds } from '../../../contracts/analytics';

const numbered = (name: string, count: number, first: number): string[] => Array.from({ length: count }, (_, index) => `${name}_${String(index + first).padStart(first === 0 ? 2 : 1, '0')}`);
const steps = durationBounds.length + 1;

/** Sums of seconds: larger than the databases' usual whole numbers. */
export const longMeasures = ['reply_seconds', 'resolution_seconds'];
/** What is counted a day, by the names of the columns. `finished` is each time that a ticket left the backlog, `resolved` the last one alone. */
export const measures: readonly string[] = [
  'opened', 'finished', 'reopened', 'replied', 'resolved',
  ...longMeasures,
  ...numbered('reply', steps, 0), ...numbered('resolution', steps, 0), ...numbered('rated', 5, 1),
  'reply_kept', 'reply_broken', 'resolution_kept', 'resolution_broken',
  'expected', 'expected_kept',
];
/** Amounts by measure; what is left out is 0. */
export type Amounts = Record<string, number>;

/** The column of a duration's step. */
export const stepOf = (name: 'reply' | 'resolution', seconds: number): string => {
  const index = durationBounds.findIndex((bound) => seconds < bound);
  return `${name}_${String(index === -1 ? durationBounds.length : index).padStart(2, '0')}`;
};
/** The columns of all steps of a duration, shortest first. */
export const stepsOf = (name: 'reply' | 'resolution'): string[] => numbered(name, steps, 0);
