import { Temporal } from 'temporal-polyfill';
import { enoughForFigures, figureMonths } from '../../../contracts/dashboard';
import type { FigureMonth, OwnFigures } from '../../../contracts/dashboard';
import { minutes } from '../platform/clock';

/** What a request says for the figures; times in milliseconds. */
export interface Measured {
  sentAt: number;
  firstReplyAt: number | null;
  doneAt: number | null;
  score: number | null;
}

const monthOf = (moment: number, timeZone: string): Temporal.PlainYearMonth => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth();

/** The first moment of the oldest month that the figures have, on a calendar in that zone. */
export const figuresBegin = (moment: Date, timeZone: string): Date => {
  const oldest = monthOf(moment.getTime(), timeZone).subtract({ months: figureMonths - 1 });
  return new Date(oldest.toPlainDate({ day: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds);
};

/** The middle one; of an even number the mean of both in the middle. Null of none. */
export const median = (values: number[]): number | null => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

const average = (values: number[]): number | null => (values.length === 0 ? null : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10);
const wholeMinutes = (milliseconds: number | null): number | null => (milliseconds === null ? null : Math.max(1, Math.round(milliseconds / minutes(1))));

const spans = (all: Measured[], end: 'firstReplyAt' | 'doneAt'): number[] => all.flatMap(({ sentAt, [end]: at }) => (at === null ? [] : [Math.max(0, at - sentAt)]));
const scores = (all: Measured[]): number[] => all.flatMap(({ score }) => score ?? []);

const figureOf = (all: Measured[]): Omit<FigureMonth, 'month'> => ({
  requests: all.length,
  firstReplyMinutes: wholeMinutes(median(spans(all, 'firstReplyAt'))),
  resolutionMinutes: wholeMinutes(median(spans(all, 'doneAt'))),
  satisfaction: average(scores(all)),
});

/** Figures of some requests, as somebody counts whose calendar is that of the zone. */
export const figuresOf = (all: Measured[], moment: Date, timeZone: string): OwnFigures => {
  const last = monthOf(moment.getTime(), timeZone);
  const names = Array.from({ length: figureMonths }, (_, index) => last.subtract({ months: figureMonths - 1 - index }).toString());
  const byMonth = new Map(names.map((month): [string, Measured[]] => [month, []]));
  for (const each of all) byMonth.get(monthOf(each.sentAt, timeZone).toString())?.push(each);
  const counted = [...byMonth.values()].flat();
  const [answered, solved, rated] = [spans(counted, 'firstReplyAt').length, spans(counted, 'doneAt').length, scores(counted).length];
  const whole = figureOf(counted);
  return {
    requests: whole.requests,
    answered,
    solved,
    rated,
    firstReplyMinutes: answered < enoughForFigures ? null : whole.firstReplyMinutes,
    resolutionMinutes: solved < enoughForFigures ? null : whole.resolutionMinutes,
    satisfaction: rated < enoughForFigures ? null : whole.satisfaction,
    months: [...byMonth].map(([month, sent]) => ({ month, ...figureOf(sent) })),
  };
};
