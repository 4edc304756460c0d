import { useIntl } from 'react-intl';
import type { Durations, Figures, Kept } from '../../../contracts/analytics';
import { useWords } from '../use-words';
import type { Say } from '../use-words';

const units = [[86_400, 'analytics.days'], [3600, 'analytics.hours'], [60, 'analytics.minutes']] as const;

const unitOf = (seconds: number) => units.find(([unit]) => seconds >= unit) ?? units[2];
const sayTime = (seconds: number, say: Say): string => {
  const [size, word] = unitOf(seconds);
  return say(word, { count: Math.round((seconds / size) * 10) / 10 });
};

/** The step of a duration in words: `2–4 h`, `30 min – 1 h`. */
export const sayStep = ({ from, to }: { from: number; to: number | null }, say: Say): string => {
  if (from === 0 && to !== null) return say('analytics.below', { time: sayTime(to, say) });
  if (to === null) return say('analytics.above', { time: sayTime(from, say) });
  const [size] = unitOf(from);
  if (size === unitOf(to)[0]) return `${from / size}–${sayTime(to, say)}`;
  return `${sayTime(from, say)} – ${sayTime(to, say)}`;
};

/** How much of two is the first; null of nothing. */
export const shareOf = ({ kept, broken }: Kept): number | null => (kept + broken === 0 ? null : kept / (kept + broken));
/** The average of 1 to 5 points; null of nothing. */
export const averageOf = (ratings: Figures['ratings']): number | null => {
  const count = ratings.reduce((sum, each) => sum + each, 0);
  return count === 0 ? null : ratings.reduce((sum, each, index) => sum + each * (index + 1), 0) / count;
};
/** Both promises together. */
export const allPromises = ({ promises: { reply, resolution } }: Figures): Kept => ({ kept: reply.kept + resolution.kept, broken: reply.broken + resolution.broken });

/** Beyond that a change says less than the two numbers. */
const mostTold = 10;

/** Figures in the reader's language; of nothing, a dash. */
export const useFigureWords = () => {
  const say = useWords();
  const { formatNumber, formatDate } = useIntl();
  return {
    say,
    count: (value: number): string => formatNumber(value),
    share: (value: number | null): string => (value === null ? '–' : formatNumber(value, { style: 'percent', maximumFractionDigits: 0 })),
    points: (value: number | null): string => (value === null ? '–' : formatNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })),
    median: ({ median }: Durations): string => (median === null ? '–' : sayStep(median, say)),
    average: ({ average }: Durations): string => (average === null ? '–' : sayTime(average, say)),
    day: (date: string): string => formatDate(`${date}T12:00:00Z`, { timeZone: 'UTC', day: 'numeric', month: 'short' }),
    longDay: (date: string): string => formatDate(`${date}T12:00:00Z`, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
    change: (now: number, before: number): string | null => (before === 0 || now > before * mostTold ? null : formatNumber((now - before) / before, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' })),
  };
};
export type FigureWords = ReturnType<typeof useFigureWords>;
