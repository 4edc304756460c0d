import type { ArticleFigures, Deflection, Dimension, Span } from '../../../../contracts/analytics';
import { authoredArticles } from '../../deflection/services/authored-articles';
import { after, days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Binding } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { categories } from '../../tickets/services/categories';
import { daysLater, startIn } from '../../service-levels/zone-days';
import { settledDays } from '../settled-days';

const mostArticles = 10;
const searchSql = (narrow: string): string => `select count(*) as "all", sum(case when results > 0 then 1 else 0 end) as "found", sum(case when results > 0 and openings > 0 then 1 else 0 end) as "opened"
  from portal_search_records where created_at >= ? and created_at < ?${narrow}`;
const suggestionSql = (narrow: string): string => `select count(*) as "all", sum(case when offers > 0 then 1 else 0 end) as "offered", sum(case when openings > 0 then 1 else 0 end) as "opened",
    sum(case when outcome = 'solved' then 1 else 0 end) as "solved", sum(case when outcome = 'sent' then 1 else 0 end) as "sent",
    sum(case when outcome = 'open' and created_at < ? then 1 else 0 end) as "left", sum(case when outcome = 'open' and created_at >= ? then 1 else 0 end) as "waiting",
    sum(case when openings > 0 and (outcome = 'solved' or (outcome = 'open' and created_at < ?)) then 1 else 0 end) as "spared"
  from portal_suggestions where created_at >= ? and created_at < ?${narrow}`;
const articleSql = `select document, sum(views) as "views", sum(shown) as "shown", sum(opened) as "opened", sum(solved) as "solved", sum(sent) as "sentAnyway"
  from portal_article_days where day >= ? and day <= ? group by document order by sum(solved) desc, sum(opened) desc, sum(views) desc, document limit ${mostArticles * 3}`;

type Counted = Record<string, number | string | null>;
const counts = <Name extends string>(found: Counted | undefined, names: readonly Name[]): Record<Name, number> => Object.fromEntries(names.map((name) => [name, Number(found?.[name] ?? 0)])) as Record<Name, number>;
type Part = { by: Dimension; value: string } | null;

/** What answers spared the desk, counted where it was noted: some of it changes for a day after it happened. */
export const deflectionFigures = ({ strapi }: { strapi: Strapi }) => {
  /** Which of them a part means; null where that was not noted. */
  const narrowing = async (part: Part, knows: readonly Dimension[]): Promise<{ sql: string; bindings: Binding[] } | null> => {
    if (part === null) return { sql: '', bindings: [] };
    if (!knows.includes(part.by)) return null;
    if (part.by === 'language') return { sql: ' and language = ?', bindings: [part.value] };
    const kind = await getService(strapi, 'categories', categories).byId(Number(part.value));
    return { sql: ' and category = ?', bindings: [kind?.slug ?? ''] };
  };

  const searches = async (within: Date[], part: Part): Promise<Deflection['searches']> => {
    const narrow = await narrowing(part, ['language']);
    if (narrow === null) return null;
    const [found] = await readRows<Counted>(strapi, searchSql(narrow.sql), [...within, ...narrow.bindings]);
    return counts(found, ['all', 'found', 'opened'] as const);
  };

  const suggestions = async (within: Date[], part: Part): Promise<Deflection['suggestions']> => {
    const narrow = await narrowing(part, ['language', 'category']);
    if (narrow === null) return null;
    const patient = after(now(), -days(1));
    const [found] = await readRows<Counted>(strapi, suggestionSql(narrow.sql), [patient, patient, patient, ...within, ...narrow.bindings]);
    return counts(found, ['all', 'offered', 'opened', 'solved', 'sent', 'left', 'waiting', 'spared'] as const);
  };

  const countWithin = async ({ from, to }: Span, timeZone: string, part: Part): Promise<Deflection> => {
    const within = [startIn(timeZone, from), startIn(timeZone, daysLater(to, 1))];
    return { searches: await searches(within, part), suggestions: await suggestions(within, part) };
  };
  const counted = settledDays(countWithin);

  return {
    /** Of days that nothing changes any more up to ten minutes old, of the last three as it is now. */
    of: (span: Span, timeZone: string, part: Part): Promise<Deflection> => counted.within(span, timeZone, part),

    /** The articles that answered most. Their days are those of UTC, in which they are counted. */
    async articles({ from, to }: Span): Promise<ArticleFigures[]> {
      const found = await readRows<Counted & { document: string }>(strapi, articleSql, [from, to]);
      const named = await getService(strapi, 'authored-articles', authoredArticles).named(found.map(({ document }) => document));
      return found.flatMap((row) => {
        const article = named.get(row.document);
        return article ? [{ article, ...counts(row, ['views', 'shown', 'opened', 'solved', 'sentAnyway'] as const) }] : [];
      }).slice(0, mostArticles);
    },
  };
};
