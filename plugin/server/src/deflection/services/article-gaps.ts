import type { StaleArticle, UnhelpfulArticle } from '../../../../contracts/knowledge-desk';
import { after, days, hours, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { FeedbackRow } from '../../knowledge/services/article-opinions';
import type { TicketRow } from '../../tickets/rows';
import { authoredArticles } from './authored-articles';

const most = 100;
const mostVotes = 2000;
const commentsShown = 5;
const year = 365;
const nextDay = hours(24);

type Vote = Pick<FeedbackRow, 'document' | 'reader' | 'helpful' | 'reason' | 'comment' | 'updatedAt'>;
type Sent = Pick<TicketRow, 'requesterId' | 'reference' | 'createdAt'>;
interface StaleColumns {
  documentId: string;
  locale: string;
  slug: string;
  title: string;
  reviewBy: string | null;
  updatedAt: string;
  owner: string | null;
}

const customerOf = ({ reader }: Vote): number | null => Number(/^customer:(\d+)$/.exec(reader)?.[1]) || null;
const time = (moment: string): number => new Date(moment).getTime();

const followed = (votes: Vote[], sent: Sent[]): string[] => {
  const tickets = votes.flatMap((vote) => sent.filter(({ requesterId, createdAt }) => requesterId === customerOf(vote) && time(createdAt) >= time(vote.updatedAt) && time(createdAt) - time(vote.updatedAt) <= nextDay));
  return [...new Set(tickets.map(({ reference }) => reference))];
};

const reasonsOf = (votes: Vote[]): UnhelpfulArticle['reasons'] => {
  const reasons: Record<string, number> = {};
  for (const { reason } of votes) reasons[reason ?? 'none'] = (reasons[reason ?? 'none'] ?? 0) + 1;
  return reasons;
};

/** When the first and the last of some votes were given. */
const spanOf = (votes: Vote[]): Pick<UnhelpfulArticle, 'firstAt' | 'lastAt'> => {
  const times = votes.map(({ updatedAt }) => time(updatedAt));
  return { firstAt: new Date(Math.min(...times)).toISOString(), lastAt: new Date(Math.max(...times)).toISOString() };
};

/** Articles that want an author: those that did not help, and those that nobody looked at for long. */
export const articleGaps = ({ strapi }: { strapi: Strapi }) => {
  const named = (documents: string[]) => getService(strapi, 'authored-articles', authoredArticles).named(documents);

  /** Tickets that those who said no sent within a day. */
  const sentBy = async (votes: Vote[], since: Date): Promise<Sent[]> => {
    const people = [...new Set(votes.flatMap((vote) => customerOf(vote) ?? []))];
    return people.length === 0 ? [] : rows<TicketRow>(strapi, 'ticket').findMany({ where: { requesterId: { $in: people }, createdAt: { $gt: since } }, select: ['id', 'requesterId', 'reference', 'createdAt'], orderBy: { id: 'desc' }, limit: mostVotes });
  };

  return {
    /** Most often unhelpful first. */
    async unhelpful(length: number): Promise<UnhelpfulArticle[]> {
      const since = after(now(), -days(length));
      const votes: Vote[] = await rows<FeedbackRow>(strapi, 'article-feedback').findMany({ where: { updatedAt: { $gt: since } }, orderBy: { updatedAt: 'desc' }, limit: mostVotes });
      const against = votes.filter(({ helpful }) => !helpful);
      const [articles, sent] = [await named(against.map(({ document }) => document)), await sentBy(against, since)];
      const found = [...articles.values()].map((article): UnhelpfulArticle => {
        const own = against.filter(({ document }) => document === article.document);
        const comments = own.flatMap(({ comment }) => comment || []).slice(0, commentsShown);
        const yes = votes.filter(({ document, helpful }) => document === article.document && helpful).length;
        return { article, no: own.length, yes, reasons: reasonsOf(own), comments, tickets: followed(own, sent), ...spanOf(own) };
      });
      return found.sort((one, other) => other.no + other.tickets.length - one.no - one.tickets.length).slice(0, most);
    },

    /** Published ones whose review is due, then those that were not changed for a year. */
    async stale(): Promise<StaleArticle[]> {
      const today = now().toISOString().slice(0, 10);
      const where = { publishedAt: { $notNull: true }, $or: [{ reviewBy: { $lt: today } }, { updatedAt: { $lt: after(now(), -days(year)) } }] };
      const select = ['documentId', 'locale', 'slug', 'title', 'reviewBy', 'updatedAt', 'owner'];
      const found = (await strapi.db.query('plugin::portal.article').findMany({ where, select, orderBy: { updatedAt: 'asc' }, limit: most })) as StaleColumns[];
      const all = found.map(({ documentId, locale, slug, title, reviewBy, updatedAt, owner }): StaleArticle => {
        const why = reviewBy !== null && reviewBy < today ? 'review_due' : 'old';
        return { article: { document: documentId, language: locale, slug, title }, why, reviewBy, updatedAt: new Date(updatedAt).toISOString(), owner };
      });
      return all.sort((one, other) => Number(one.why === 'old') - Number(other.why === 'old'));
    },
  };
};
