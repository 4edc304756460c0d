import { after, days, minutes, now } from '../../platform/clock';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';

export const counted = ['views', 'shown', 'opened', 'solved', 'sent'] as const;
export type Counted = (typeof counted)[number];
export type Counts = Record<Counted, number>;

const keptFor = minutes(1);
const table = 'portal_article_days';
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
const none = (): Counts => ({ views: 0, shown: 0, opened: 0, solved: 0, sent: 0 });

/** What happens with articles, by day. Counted in memory and written together: nobody waits for a count. */
export const articleCounts = ({ strapi }: { strapi: Strapi }) => {
  let waiting = new Map<string, Counts>();
  let kept: { until: number; views: Map<string, number> } | null = null;

  const add = (name: string, counts: Counts): void => {
    const before = waiting.get(name) ?? none();
    waiting.set(name, Object.fromEntries(counted.map((what) => [what, before[what] + counts[what]])) as Counts);
  };

  const write = async (document: string, day: string, counts: Counts): Promise<void> => {
    const moment = now();
    const more = Object.fromEntries(counted.map((what) => [what, strapi.db.connection.raw(`${table}.${what} + ?`, [counts[what]])]));
    await strapi.db
      .getConnection(table)
      .insert({ document, day, ...counts, created_at: moment, updated_at: moment })
      .onConflict(['document', 'day'])
      .merge({ ...more, updated_at: moment });
  };

  const sums = <Row>(columns: readonly Counted[], length: number): Promise<Row[]> =>
    readRows<Row>(strapi, `select document, ${columns.map((what) => `sum(${what}) as ${what}`).join(', ')} from ${table} where day >= ? group by document`, [dayOf(after(now(), -days(length)))]);

  return {
    /** Counts something that happened just now; written within some seconds. */
    count: (document: string, what: Counted): void => add(`${document} ${dayOf(now())}`, { ...none(), [what]: 1 }),

    /** Writes what was counted; what cannot be written waits for the next time. */
    async flush(): Promise<void> {
      const taken = waiting;
      waiting = new Map();
      try {
        for (const [name, counts] of taken) {
          const [document = '', day = ''] = name.split(' ');
          await write(document, day, counts);
          taken.delete(name);
        }
      } finally {
        for (const [name, counts] of taken) add(name, counts);
      }
    },

    /** Readings of the last thirty days by article; at most a minute old. */
    async recentViews(): Promise<Map<string, number>> {
      if (kept && kept.until > Date.now()) return kept.views;
      const found = await sums<{ document: string; views: number | string }>(['views'], 30);
      const views = new Map(found.map((row) => [row.document, Number(row.views)]));
      kept = { until: Date.now() + keptFor, views };
      return views;
    },

    /** All counts of so many days, by article. */
    async of(length: number): Promise<Map<string, Counts>> {
      const found = await sums<{ document: string } & Record<Counted, number | string>>(counted, length);
      return new Map(found.map(({ document, ...row }) => [document, Object.fromEntries(counted.map((what) => [what, Number(row[what])])) as Counts]));
    },

    /** Rows were written by somebody else: a seed, a test. */
    forget(): void {
      kept = null;
    },
  };
};
