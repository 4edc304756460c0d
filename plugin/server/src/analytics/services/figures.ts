import { LRUCache } from 'lru-cache';
import type { Analytics, AnalyticsQuery, ArticleFigures, Deflection, Dimension, Figures, PartFigures, PartsQuery, Point, Span } from '../../../../contracts/analytics';
import { now, seconds } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { comparedWith, stepFor, stepsIn } from '../days';
import { dayIn, daysLater } from '../../service-levels/zone-days';
import { backlogAt, backlogsAt, daysWithin, movesWithin, partsWithin, sumWithin } from '../figure-table';
import { toldFigures } from '../told-figures';
import { deflectionFigures } from './deflection-figures';
import { figureKeeper, versionName } from './figure-keeper';
import { partNames } from './part-names';

interface Part {
  by: Dimension;
  value: string;
}

/** Read from the sums alone, so the same until they change. */
type Counted = Pick<Analytics, 'figures' | 'step' | 'series'> & { before: { span: Span; figures: Figures } | null };

const mostKept = 200;

/** Counted anew from what was noted, which costs more than all sums together: each at most once in ten seconds. */
type FromAnswers = { deflection: Deflection; articles: ArticleFigures[]; before: Deflection | null };
const freshFor = seconds(10);

/** What the desk comes to between two dates, read from the sums. */
export const figures = ({ strapi }: { strapi: Strapi }) => {
  const answers = () => getService(strapi, 'deflection-figures', deflectionFigures);
  const keeper = () => getService(strapi, 'figure-keeper', figureKeeper);
  const kept = new LRUCache<string, Counted>({ max: mostKept });
  const keptAnswers = new LRUCache<string, FromAnswers>({ max: mostKept, ttl: freshFor });
  const versionNow = async (): Promise<string> => String((await readRows<{ value: unknown }>(strapi, 'select value from portal_settings where name = ?', [versionName]))[0]?.value ?? '');
  const placeOf = (part: Part | null): [dimension: string, value: string] => (part ? [part.by, part.value] : ['all', '']);

  const ofSpan = async (span: Span, part: Part | null): Promise<Figures> => {
    const place = placeOf(part);
    return toldFigures(await sumWithin(strapi, ...place, span), await backlogAt(strapi, ...place, span.to));
  };

  /** Days that are still to come have no points. */
  const series = async (span: Span, part: Part | null, step: Analytics['step'], today: string): Promise<Point[]> => {
    const place = placeOf(part);
    const moves = await movesWithin(strapi, ...place, span);
    let backlog = await backlogAt(strapi, ...place, daysLater(span.from, -1));
    const starts = stepsIn(span, step).filter((from) => from <= today);
    return starts.map((from, index) => {
      const end = starts[index + 1] ?? daysLater(span.to, 1);
      const point = { from, opened: 0, resolved: 0, reopened: 0, backlog };
      while (moves[0] && moves[0].day < end) {
        const { opened, finished, reopened, resolved } = moves.shift() as (typeof moves)[number];
        point.opened += opened;
        point.resolved += resolved;
        point.reopened += reopened;
        backlog += opened - finished + reopened;
      }
      return { ...point, backlog };
    });
  };

  /** What is read from the sums alone. */
  const counted = async ({ from, to, compare }: AnalyticsQuery, part: Part | null, today: string): Promise<Counted> => {
    const span = { from, to };
    const [earlier, step] = [comparedWith(span, compare), stepFor(span)];
    return { step, figures: await ofSpan(span, part), series: await series(span, part, step, today), before: earlier && { span: earlier, figures: await ofSpan(earlier, part) } };
  };

  /** The same, kept until sums change, on whichever node: the version is asked for each time. */
  const keptCounted = async (query: AnalyticsQuery, part: Part | null, today: string): Promise<Counted> => {
    const key = JSON.stringify([await versionNow(), today, query]);
    const found = kept.get(key) ?? (await counted(query, part, today));
    kept.set(key, found);
    return found;
  };

  const fromAnswers = async (span: Span, before: Span | null, timeZone: string, part: Part | null): Promise<FromAnswers> => {
    const key = JSON.stringify([span, before, timeZone, part]);
    const found = keptAnswers.get(key) ?? {
      deflection: await answers().of(span, timeZone, part),
      articles: await answers().articles(span),
      before: before && (await answers().of(before, timeZone, part)),
    };
    keptAnswers.set(key, found, { noUpdateTTL: true });
    return found;
  };

  return {
    /** All that the page shows; what answers spared the desk and what articles did is up to ten seconds old, of days long past up to ten minutes. */
    async of(query: AnalyticsQuery): Promise<Analytics> {
      const { from, to, by, value } = query;
      const [span, part] = [{ from, to }, by !== undefined && value !== undefined ? { by, value } : null];
      const timeZone = await keeper().timeZone();
      const { before, ...found } = await keptCounted(query, part, dayIn(timeZone, now()));
      const { deflection, articles, before: spared } = await fromAnswers(span, before && before.span, timeZone, part);
      return {
        span,
        timeZone,
        part: part && ((await getService(strapi, 'part-names', partNames).of(part.by, [part.value]))[0] ?? null),
        ...found,
        deflection,
        articles,
        before: before && spared && { ...before, deflection: spared },
        complete: keeper().isComplete(),
      };
    },

    /** Each day of a span by itself; days with nothing have no line. */
    async days(span: Span, part: Part | null): Promise<{ day: string; figures: Figures }[]> {
      const place = placeOf(part);
      let backlog = await backlogAt(strapi, ...place, daysLater(span.from, -1));
      return (await daysWithin(strapi, ...place, span)).map(({ day, amounts }) => {
        backlog += (amounts.opened ?? 0) - (amounts.finished ?? 0) + (amounts.reopened ?? 0);
        return { day, figures: toldFigures(amounts, backlog) };
      });
    },

    /** What all of a span, or a part of it, comes to. */
    ofSpan,

    /** The same figures for each part of a dimension, most requests first. Parts with nothing in the span are left out. */
    async parts({ from, to, by }: PartsQuery): Promise<PartFigures[]> {
      const sums = await partsWithin(strapi, by, { from, to });
      const backlogs = await backlogsAt(strapi, by, to);
      const values = [...new Set([...sums.keys(), ...[...backlogs].filter(([, backlog]) => backlog !== 0).map(([value]) => value)])];
      const named = await getService(strapi, 'part-names', partNames).of(by, values);
      const found = named.map((part) => ({ ...part, figures: toldFigures(sums.get(part.value) ?? {}, backlogs.get(part.value) ?? 0) }));
      const some = found.filter(({ figures: { opened, resolved, reopened, backlog, firstReply, ratings } }) => opened + resolved + reopened + backlog + firstReply.count + ratings.reduce((sum, each) => sum + each, 0) > 0);
      return some.sort((one, other) => other.figures.opened - one.figures.opened || (one.value < other.value ? -1 : 1));
    },
  };
};
