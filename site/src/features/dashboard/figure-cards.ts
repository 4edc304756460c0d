import type { FigureMonth, OwnFigures } from '@contracts/dashboard';
import { calendarMonth } from '@i18n/dates';
import { shortNumber, spanOf, wholeNumber } from '@i18n/numbers';
import type { Reader } from '@i18n/reader';

type Measure = 'requests' | 'firstReplyMinutes' | 'resolutionMinutes' | 'satisfaction';

/** One figure with its way over the months. */
export interface FigureCard {
  id: string;
  label: string;
  /** Null before there is enough to say it. */
  value: string | null;
  /** What has to be there first. */
  after: string;
  kind: 'bars' | 'line';
  most: number | undefined;
  points: { label: string; value: number | null }[];
  /** What the picture shows. */
  text: string;
  /** The value of a month, in words. */
  said(month: FigureMonth): string;
}

const none = '–';

/** The four figures of the dashboard, in words. */
export const figureCards = (figures: OwnFigures, { words, language }: Reader): FigureCard[] => {
  const say = words.dashboard.figures;
  const span = (minutes: number): string => spanOf(minutes, language);
  const count = (value: number): string => wholeNumber(value, language);
  const stars = (value: number): string => say.ofFive(shortNumber(value, language));
  const card = (measure: Measure, label: string, after: string, told: (value: number) => string, kind: 'bars' | 'line', most?: number): FigureCard => {
    const points = figures.months.map((month) => ({ label: calendarMonth(month.month, language), value: month[measure] }));
    const known = points.flatMap(({ value }) => value ?? []);
    const whole = figures[measure];
    const text = known.length === 0 ? after : say.range(told(Math.min(...known)), told(Math.max(...known)));
    const said = ({ [measure]: value }: FigureMonth): string => (value === null ? none : told(value));
    return { id: `figure-${measure}`, label, value: whole === null ? null : told(whole), after, kind, most, points, text, said };
  };
  return [
    card('requests', say.requests, '', count, 'bars'),
    card('firstReplyMinutes', say.firstReply, say.afterAnswered, span, 'line'),
    card('resolutionMinutes', say.resolution, say.afterSolved, span, 'line'),
    card('satisfaction', say.satisfaction, say.afterRated, stars, 'line', 5),
  ];
};
