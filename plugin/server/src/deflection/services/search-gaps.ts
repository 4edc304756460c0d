import type { SearchGap, SuggestionGap } from '../../../../contracts/knowledge-desk';
import { after, days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { categories } from '../../tickets/services/categories';
import { gapOfCategory, gapOfSearch } from '../gap-names';
import type { SuggestionRow, TakenGapRow } from '../rows';

const most = 100;
const subjectsShown = 5;

// What is asked often and finds nothing comes first; what was found and not opened counts half.
const searchSql = `
  select normal, language, min(query) as query, count(*) as searches,
    sum(case when results = 0 then 1 else 0 end) as "withoutResult",
    sum(case when results > 0 and openings = 0 then 1 else 0 end) as "withoutOpening", min(created_at) as "firstAt", max(created_at) as "lastAt"
  from portal_search_records where created_at > ? group by normal, language
  having sum(case when openings = 0 then 1 else 0 end) > 0
  order by sum(case when results = 0 then 2 when openings = 0 then 1 else 0 end) desc, normal limit ${most}`;
const suggestionSql = `
  select category, sum(case when offers = 0 then 1 else 0 end) as silent, sum(case when offers > 0 then 1 else 0 end) as ignored,
    min(created_at) as "firstAt", max(created_at) as "lastAt"
  from portal_suggestions where created_at > ? and outcome = 'sent' and openings = 0
  group by category order by count(*) desc limit ${most}`;

type Count = number | string;
interface Span {
  firstAt: number | string | Date;
  lastAt: number | string | Date;
}
interface SearchColumns extends Span {
  normal: string;
  language: string;
  query: string;
  searches: Count;
  withoutResult: Count;
  withoutOpening: Count;
}
interface SuggestionColumns extends Span {
  category: string | null;
  silent: Count;
  ignored: Count;
}
const spanOf = ({ firstAt, lastAt }: Span): { firstAt: string; lastAt: string } => ({ firstAt: new Date(firstAt).toISOString(), lastAt: new Date(lastAt).toISOString() });

/** What people looked for and did not find: from searches, and from answers that did not spare a ticket. */
export const searchGaps = ({ strapi }: { strapi: Strapi }) => {
  const takenOnes = async (gaps: string[]): Promise<Map<string, SearchGap['taken']>> => {
    const found = gaps.length > 0 ? await rows<TakenGapRow>(strapi, 'taken-gap').findMany({ where: { gap: { $in: gaps } } }) : [];
    return new Map(found.map(({ gap, document, takenBy, createdAt }) => [gap, { document, by: takenBy, at: new Date(createdAt).toISOString() }]));
  };

  const subjectsOf = async (category: string | null, since: Date): Promise<string[]> => {
    const where = { category, outcome: 'sent', openings: 0, createdAt: { $gt: since } };
    const found = await rows<SuggestionRow>(strapi, 'suggestion').findMany({ where, select: ['id', 'subject'], orderBy: { id: 'desc' }, limit: subjectsShown });
    return found.flatMap(({ subject }) => subject || []);
  };

  return {
    async searches(length: number): Promise<SearchGap[]> {
      const found = await readRows<SearchColumns>(strapi, searchSql, [after(now(), -days(length))]);
      const taken = await takenOnes(found.map(({ language, normal }) => gapOfSearch(language, normal)));
      return found.map(({ normal, language, query, searches, withoutResult, withoutOpening, ...span }) => {
        const gap = gapOfSearch(language, normal);
        return { gap, query, language, searches: Number(searches), withoutResult: Number(withoutResult), withoutOpening: Number(withoutOpening), ...spanOf(span), taken: taken.get(gap) ?? null };
      });
    },

    async suggestions(length: number): Promise<SuggestionGap[]> {
      const since = after(now(), -days(length));
      const found = await readRows<SuggestionColumns>(strapi, suggestionSql, [since]);
      const taken = await takenOnes(found.map(({ category }) => gapOfCategory(category)));
      const gaps: SuggestionGap[] = [];
      for (const { category, silent, ignored, ...span } of found) {
        const kind = category === null ? null : await getService(strapi, 'categories', categories).bySlug(category);
        const gap = gapOfCategory(category);
        gaps.push({ gap, category: kind && { slug: kind.slug, name: kind.name }, silent: Number(silent), ignored: Number(ignored), subjects: await subjectsOf(category, since), ...spanOf(span), taken: taken.get(gap) ?? null });
      }
      return gaps;
    },
  };
};
