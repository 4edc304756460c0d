import { after, days, minutes, now } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';

const keptFor = minutes(1);
const window = days(30);
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** How often articles are read. Counted in memory and written together: a page must not wait for a count. */
export const articleViews = ({ strapi }: { strapi: Strapi }) => {
  let counts = new Map<string, number>();
  let kept: { until: number; views: Map<string, number> } | null = null;

  const write = async (document: string, day: string, count: number): Promise<void> => {
    const moment = now();
    const connection = strapi.db.connection;
    await strapi.db
      .getConnection('portal_article_views')
      .insert({ document, day, count, created_at: moment, updated_at: moment })
      .onConflict(['document', 'day'])
      .merge({ count: connection.raw('portal_article_views.count + ?', [count]), updated_at: moment });
  };

  return {
    /** Counts one reading; written within some seconds. */
    count(document: string): void {
      const name = `${document} ${dayOf(now())}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },

    /** Writes what was counted; counts that cannot be written are counted again. */
    async flush(): Promise<void> {
      const taken = counts;
      counts = new Map();
      for (const [name, count] of taken) {
        const [document = '', day = ''] = name.split(' ');
        await write(document, day, count).catch((error: unknown) => {
          counts.set(name, (counts.get(name) ?? 0) + count);
          throw error;
        });
        taken.delete(name);
      }
    },

    /** Readings of the last thirty days by article; at most a minute old. */
    async recent(): Promise<Map<string, number>> {
      if (kept && kept.until > Date.now()) return kept.views;
      const found: { document: string; views: number | string }[] = await strapi.db
        .getConnection('portal_article_views')
        .where('day', '>=', dayOf(after(now(), -window)))
        .groupBy('document')
        .select('document')
        .sum({ views: 'count' });
      const views = new Map(found.map((row) => [row.document, Number(row.views)]));
      kept = { until: Date.now() + keptFor, views };
      return views;
    },

    /** Rows were written by somebody else: a seed, a test. */
    forget(): void {
      kept = null;
    },
  };
};
