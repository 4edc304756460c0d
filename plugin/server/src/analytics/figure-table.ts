import type { Span } from '../../../contracts/analytics';
import { readRows, writeStatement } from '../platform/statements';
import type { Strapi } from '../platform/domain';
import { measures } from './measures';
import type { Amounts } from './measures';
import type { Place, Sums } from './sums';

/** SQLite counts every value of a statement: some sixty a row. */
const atOnce = 200;
type Stored = Record<string, number | string | null>;

const columns = ['dimension', 'value', 'day', ...measures];
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const row = `(${columns.map(() => '?').join(', ')})`;
const added = measures.map((name) => `"${name}" = portal_day_figures."${name}" + excluded."${name}"`).join(', ');
const sumsOf = (names: readonly string[]): string => names.map((name) => `sum("${name}") as "${name}"`).join(', ');

/** PostgreSQL answers large numbers as text, and sums of nothing are null. */
const amountsOf = (found: Stored | undefined): Amounts => Object.fromEntries(measures.map((name) => [name, Number(found?.[name] ?? 0)]));

/** Adds sums to the days that they belong to. */
export const addSums = async (strapi: Strapi, sums: Sums): Promise<number> => {
  const entries = sums.entries();
  for (let from = 0; from < entries.length; from += atOnce) {
    const some = entries.slice(from, from + atOnce);
    const values = some.flatMap(({ dimension, value, day, amounts }) => [dimension, value, day, ...measures.map((name) => amounts[name] ?? 0)]);
    await writeStatement(strapi, `insert into portal_day_figures (${quoted(columns)}) values ${some.map(() => row).join(', ')} on conflict ("dimension", "value", "day") do update set ${added}`, values);
  }
  return entries.length;
};

/** All that a part comes to within a span. */
export const sumWithin = async (strapi: Strapi, dimension: string, value: string, { from, to }: Span): Promise<Amounts> => {
  const [found] = await readRows<Stored>(strapi, `select ${sumsOf(measures)} from portal_day_figures where dimension = ? and value = ? and day >= ? and day <= ?`, [dimension, value, from, to]);
  return amountsOf(found);
};

/** The same for every part of a dimension that has any. */
export const partsWithin = async (strapi: Strapi, dimension: string, { from, to }: Span): Promise<Map<string, Amounts>> => {
  const found = await readRows<Stored & { value: string }>(strapi, `select value, ${sumsOf(measures)} from portal_day_figures where dimension = ? and day >= ? and day <= ? group by value`, [dimension, from, to]);
  return new Map(found.map((each) => [each.value, amountsOf(each)]));
};

const backlog = 'sum(opened) - sum(finished) + sum(reopened) as backlog';

/** What was to be done at the end of a day. */
export const backlogAt = async (strapi: Strapi, dimension: string, value: string, day: string): Promise<number> => {
  const [found] = await readRows<Stored>(strapi, `select ${backlog} from portal_day_figures where dimension = ? and value = ? and day <= ?`, [dimension, value, day]);
  return Number(found?.backlog ?? 0);
};

/** The same for every part of a dimension. */
export const backlogsAt = async (strapi: Strapi, dimension: string, day: string): Promise<Map<string, number>> => {
  const found = await readRows<Stored & { value: string }>(strapi, `select value, ${backlog} from portal_day_figures where dimension = ? and day <= ? group by value`, [dimension, day]);
  return new Map(found.map((each) => [each.value, Number(each.backlog ?? 0)]));
};

/** What moved on each day of a span, in order; days without anything are left out. */
export const movesWithin = async (strapi: Strapi, dimension: string, value: string, { from, to }: Span): Promise<{ day: string; opened: number; finished: number; reopened: number; resolved: number }[]> =>
  readRows(strapi, 'select day, opened, finished, reopened, resolved from portal_day_figures where dimension = ? and value = ? and day >= ? and day <= ? order by day', [dimension, value, from, to]);

/** All sums of each day of a span, in order; days without anything are left out. */
export const daysWithin = async (strapi: Strapi, dimension: string, value: string, { from, to }: Span): Promise<{ day: string; amounts: Amounts }[]> =>
  (await readRows<Stored & { day: string }>(strapi, `select ${quoted(columns)} from portal_day_figures where dimension = ? and value = ? and day >= ? and day <= ? order by day`, [dimension, value, from, to])).map((found) => ({ day: found.day, amounts: amountsOf(found) }));

/** Every row there is. */
export const allSums = async (strapi: Strapi): Promise<(Place & { amounts: Amounts })[]> =>
  (await readRows<Stored & Place>(strapi, `select ${quoted(columns)} from portal_day_figures`)).map((found) => ({ dimension: found.dimension, value: found.value, day: found.day, amounts: amountsOf(found) }));
