import type { KnowledgeFigures } from '../../../../contracts/knowledge-desk';
import { after, days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { articleCounts } from '../../knowledge/services/article-counts';
import { authoredArticles } from './authored-articles';

const most = 100;
const queriesSql = `
  select min(query) as query, language, count(*) as searches, sum(case when results = 0 then 1 else 0 end) as "withoutResult",
    sum(case when openings > 0 then 1 else 0 end) as opened
  from portal_search_records where created_at > ? group by normal, language order by count(*) desc, normal limit ${most}`;
const searchesSql = `
  select count(*) as searches, sum(case when results = 0 then 1 else 0 end) as "withoutResult", sum(case when openings > 0 then 1 else 0 end) as opened
  from portal_search_records where created_at > ?`;
const suggestionsSql = `
  select count(*) as "all", sum(case when offers = 0 then 1 else 0 end) as silent, sum(case when openings > 0 then 1 else 0 end) as opened,
    sum(case when outcome = 'solved' then 1 else 0 end) as solved,
    sum(case when outcome = 'sent' then 1 else 0 end) as sent, sum(case when outcome = 'open' then 1 else 0 end) as "left"
  from portal_suggestions where created_at > ?`;
const opinionsSql = `
  select document, sum(case when helpful = ? then 1 else 0 end) as yes, sum(case when helpful = ? then 0 else 1 end) as no
  from portal_article_feedback where updated_at > ? group by document`;

type Counted = number | string | null;
type Columns<Names extends string> = Record<Names, Counted>;
/** Sums of no rows are null; PostgreSQL answers large numbers as text. */
const numbers = <Names extends string>(row: Columns<Names> | undefined, names: Names[]): Record<Names, number> => Object.fromEntries(names.map((name) => [name, Number(row?.[name] ?? 0)])) as Record<Names, number>;

/** What answers spared the desk, of so many days, in six statements. */
export const knowledgeFigures = ({ strapi }: { strapi: Strapi }) => {
  const articles = async (length: number, since: Date): Promise<KnowledgeFigures['articles']> => {
    const counts = await getService(strapi, 'article-counts', articleCounts).of(length);
    const said = await readRows<{ document: string } & Columns<'yes' | 'no'>>(strapi, opinionsSql, [true, true, since]);
    const opinions = new Map(said.map((row) => [row.document, numbers(row, ['yes', 'no'])]));
    const named = await getService(strapi, 'authored-articles', authoredArticles).named([...counts.keys(), ...opinions.keys()]);
    const found = [...named.values()].map((article) => {
      const { sent: sentAnyway = 0, views = 0, shown = 0, opened = 0, solved = 0 } = counts.get(article.document) ?? {};
      return { article, views, shown, opened, solved, sentAnyway, yes: 0, no: 0, ...opinions.get(article.document) };
    });
    return found.sort((one, other) => other.solved - one.solved || other.opened - one.opened || other.views - one.views).slice(0, most);
  };

  return {
    async of(length: number): Promise<KnowledgeFigures> {
      const since = after(now(), -days(length));
      const [all] = await readRows<Columns<'searches' | 'withoutResult' | 'opened'>>(strapi, searchesSql, [since]);
      const [offered] = await readRows<Columns<'all' | 'silent' | 'opened' | 'solved' | 'sent' | 'left'>>(strapi, suggestionsSql, [since]);
      const queries = await readRows<{ query: string; language: string } & Columns<'searches' | 'withoutResult' | 'opened'>>(strapi, queriesSql, [since]);
      const { searches, withoutResult, opened } = numbers(all, ['searches', 'withoutResult', 'opened']);
      return {
        searches,
        searchesWithoutResult: withoutResult,
        searchesWithOpening: opened,
        suggestions: numbers(offered, ['all', 'silent', 'opened', 'solved', 'sent', 'left']),
        queries: queries.map(({ query, language, ...row }) => ({ query, language, ...numbers(row, ['searches', 'withoutResult', 'opened']) })),
        articles: await articles(length, since),
      };
    },
  };
};
