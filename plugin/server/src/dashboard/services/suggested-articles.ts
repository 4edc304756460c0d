import type { Dashboard } from '../../../../contracts/dashboard';
import type { Viewer } from '../../accounts/viewer';
import { relatedArticles } from '../../deflection/services/related-articles';
import type { OfferedArticle } from '../../deflection/rows';
import { articleFinding } from '../../knowledge/services/article-finding';
import { knowledgeHome } from '../../knowledge/services/knowledge-home';
import { after, days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows, storedJson } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';

interface Asked {
  offered: OfferedArticle[] | string | null;
  opened: string[] | string | null;
}
const lookBack = days(90);
const mostShown = 4;
const mostTickets = 2;
const askedSql = 'select offered, opened from portal_suggestions where owner = ? and created_at >= ? order by created_at desc limit 5';
const noPassage = { heading: '', anchor: '', text: '', marks: [] };
const listOf = <Item>(value: Item[] | string | null): Item[] => (value === null ? [] : storedJson<Item[]>(value));

/** Answers for one customer. Whatever leads to an article, the shelf says whether he may know of it. */
export const suggestedArticles = ({ strapi }: { strapi: Strapi }) => {
  /** What was offered to him and he left unopened: what he opened he knows. */
  const fromQuestions = async (customerId: number): Promise<{ unread: string[]; read: Set<string> }> => {
    const found = await readRows<Asked>(strapi, askedSql, [`customer:${customerId}`, after(now(), -lookBack)]);
    const read = new Set(found.flatMap(({ opened }) => listOf(opened)));
    return { unread: found.flatMap(({ offered }) => listOf(offered).map(({ document }) => document)).filter((document) => !read.has(document)), read };
  };

  const fromTickets = async (viewer: Viewer, tickets: { id: number; subject: string }[]): Promise<string[]> => {
    const related = getService(strapi, 'related-articles', relatedArticles);
    const found = await Promise.all(tickets.slice(0, mostTickets).map((ticket) => related.of(ticket, viewer, mostShown)));
    return found.flatMap(({ documents }) => documents);
  };

  return {
    /** From what is open, then from what he asked lately; else what others read most. */
    async of(viewer: Viewer, tickets: { id: number; subject: string }[]): Promise<Dashboard['articles']> {
      const finding = getService(strapi, 'article-finding', articleFinding);
      const { unread, read } = await fromQuestions(viewer.customerId);
      const wanted = [...new Set([...(await fromTickets(viewer, tickets)), ...unread])].filter((document) => !read.has(document));
      const hits = await finding.toHits(wanted.map((document) => ({ document, passage: noPassage })), await finding.localeOf(viewer.language), viewer.segment);
      if (hits.length > 0) return { basis: 'own', list: hits.slice(0, mostShown).map(({ article }) => article) };
      const { popular, featured } = await getService(strapi, 'knowledge-home', knowledgeHome).home(viewer.language, viewer.segment);
      return { basis: 'popular', list: (popular.length > 0 ? popular : featured).slice(0, mostShown) };
    },
  };
};
