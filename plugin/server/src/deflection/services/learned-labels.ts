import type { LearnedLabel } from '../../../../contracts/knowledge-desk';
import type { Pagination } from '../../../../contracts/platform';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { paginationOf } from '../../tickets/list-query';
import type { TicketRow } from '../../tickets/rows';
import type { ArticleLinkRow, SuggestionRow } from '../rows';
import { articleLabels } from './article-labels';
import { authoredArticles } from './authored-articles';
import { suggestionOutcomes } from './suggestion-outcomes';
import { ticketLabels } from './ticket-labels';

const longest = 300;
const keyOf = ({ cause }: ArticleLinkRow): string => cause.slice('suggestion:'.length);

/** What the search learned, for those who may take it back. */
export const learnedLabels = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ArticleLinkRow>(strapi, 'article-link');
  const suggestions = rows<SuggestionRow>(strapi, 'suggestion');
  const tickets = rows<TicketRow>(strapi, 'ticket');

  const questions = async (links: ArticleLinkRow[]): Promise<Map<string, string>> => {
    const keys = links.filter(({ ticketId }) => ticketId === null).map(keyOf);
    const found = keys.length > 0 ? await suggestions.findMany({ where: { key: { $in: keys } }, select: ['id', 'key', 'subject', 'text'] }) : [];
    return new Map(found.map(({ key, subject, text }) => [key, [subject, text].filter(Boolean).join(': ').slice(0, longest)]));
  };

  const references = async (links: ArticleLinkRow[]): Promise<Map<number, string>> => {
    const ids = links.flatMap(({ ticketId }) => ticketId ?? []);
    const found = ids.length > 0 ? await tickets.findMany({ where: { id: { $in: ids } }, select: ['id', 'reference'] }) : [];
    return new Map(found.map(({ id, reference }) => [id, reference]));
  };

  return {
    /** Newest first. */
    async page(page: number, pageSize: number): Promise<{ data: LearnedLabel[]; pagination: Pagination }> {
      const links = await table.findMany({ where: { removed: false }, orderBy: { id: 'desc' }, limit: pageSize, offset: (page - 1) * pageSize });
      const articles = await getService(strapi, 'authored-articles', authoredArticles).named(links.map(({ document }) => document));
      const [asked, named] = [await questions(links), await references(links)];
      const data = links.map((link): LearnedLabel => ({
        id: link.id,
        article: articles.get(link.document) ?? null,
        source: link.source,
        ticket: link.ticketId === null ? null : (named.get(link.ticketId) ?? null),
        question: link.ticketId === null ? (asked.get(keyOf(link)) ?? '') : '',
        createdAt: new Date(link.createdAt).toISOString(),
      }));
      return { data, pagination: paginationOf(page, pageSize, await table.count({ where: { removed: false } })) };
    },

    /** Takes one back: what was learned from it is forgotten at once. 404 for one that is not there, or not any more. */
    async remove(id: number): Promise<void> {
      const link = await table.findOne({ where: { id, removed: false } });
      if (!link) throw notFound();
      const ticket = link.ticketId === null ? null : await tickets.findOne({ where: { id: link.ticketId }, select: ['id', 'reference'] });
      if (ticket) return getService(strapi, 'ticket-labels', ticketLabels).unlink(ticket, link.document);
      await getService(strapi, 'article-labels', articleLabels).remove(`suggestion:${keyOf(link)}`, link.document);
      await getService(strapi, 'suggestion-outcomes', suggestionOutcomes).relearn(keyOf(link));
    },
  };
};
