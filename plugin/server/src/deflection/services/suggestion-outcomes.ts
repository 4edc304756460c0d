import type { SuggestionOutcome } from '../../../../contracts/knowledge';
import { after, days, now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { articleCounts } from '../../knowledge/services/article-counts';
import { articleReading } from '../../knowledge/services/article-reading';
import { alone } from '../../tickets/membership';
import { ticketList } from '../../tickets/services/ticket-list';
import type { SuggestionRow } from '../rows';
import { articleLabels } from './article-labels';
import type { Cause, Question } from './article-labels';
import { suggestions } from './suggestions';
import type { Asker } from './suggestions';

/** How long somebody may still come back and send his request after all. */
const patience = days(1);
const lifetime = days(30);
const batchSize = 100;
const causeOf = ({ key }: SuggestionRow): Cause => `suggestion:${key}`;
const questionOf = ({ subject, text, language }: SuggestionRow): Question => ({ text: [subject, text].filter(Boolean).join('\n'), language });

/** What came of suggestions: solved, sent all the same, or left. */
export const suggestionOutcomes = ({ strapi }: { strapi: Strapi }) => {
  const labels = () => getService(strapi, 'article-labels', articleLabels);
  const counts = () => getService(strapi, 'article-counts', articleCounts);

  const solve = async (row: SuggestionRow, slug: string, { audience }: Asker): Promise<void> => {
    const found = await getService(strapi, 'article-reading', articleReading).find(slug, row.language, audience);
    const document = found?.article.document;
    if (!document || !row.offered?.some((offered) => offered.document === document)) throw notFound();
    if (row.outcome !== 'open') return;
    const opened = [...new Set([...(row.opened ?? []), document])];
    await updateRow<SuggestionRow>(strapi, 'suggestion', row.id, { outcome: 'solved', solvedBy: document, opened, openings: opened.length, settled: true });
    counts().count(document, 'solved');
    await labels().add(causeOf(row), document, 'solved_by_suggestion');
    await labels().learn(causeOf(row), questionOf(row));
  };

  const send = async (row: SuggestionRow, reference: string, customerId: number | null): Promise<void> => {
    const ticket = customerId === null ? null : await getService(strapi, 'ticket-list', ticketList).find(alone(customerId), reference);
    if (!ticket) throw notFound();
    if (row.outcome !== 'open') return;
    await updateRow<SuggestionRow>(strapi, 'suggestion', row.id, { outcome: 'sent', ticketId: ticket.id, settled: true, text: null });
    for (const document of row.opened ?? []) counts().count(document, 'sent');
  };

  /** A chat costs as much as a request: what was offered before it spared nobody anything. */
  const chat = async (row: SuggestionRow): Promise<void> => {
    if (row.outcome !== 'open') return;
    await updateRow<SuggestionRow>(strapi, 'suggestion', row.id, { outcome: 'sent', settled: true, text: null });
    for (const document of row.opened ?? []) counts().count(document, 'sent');
  };

  const settleLeft = async (row: SuggestionRow): Promise<void> => {
    for (const document of row.opened ?? []) await labels().add(causeOf(row), document, 'opened_not_sent');
    if (row.opened?.length) await labels().learn(causeOf(row), questionOf(row));
    await updateRow<SuggestionRow>(strapi, 'suggestion', row.id, { settled: true });
  };

  return {
    /** The first outcome counts; saying another one later changes nothing. 404 for another's suggestion, article or ticket. */
    async set(key: string, outcome: SuggestionOutcome, asker: Asker, customerId: number | null): Promise<void> {
      const row = await getService(strapi, 'suggestions', suggestions).find(key, asker);
      if (outcome.outcome === 'solved') await solve(row, outcome.article, asker);
      else await (outcome.outcome === 'chatted' ? chat(row) : send(row, outcome.reference, customerId));
    },

    /** Brings what was learned from a suggestion to the labels that are left. */
    async relearn(key: string): Promise<void> {
      const row = await rows<SuggestionRow>(strapi, 'suggestion').findOne({ where: { key } });
      await labels().learn(`suggestion:${key}`, row && questionOf(row));
    },

    /** Learns, carefully, from those who opened an answer and sent nothing for a day. Twice is once. */
    async settleLeft(): Promise<void> {
      const where = { outcome: 'open', settled: false, createdAt: { $lt: after(now(), -patience) } };
      for (const row of await rows<SuggestionRow>(strapi, 'suggestion').findMany({ where, orderBy: { id: 'asc' }, limit: batchSize })) await settleLeft(row);
    },

    /** Takes the words away of what nothing is learned from any more; numbers stay. */
    forgetWords: () => rows<SuggestionRow>(strapi, 'suggestion').updateMany({ where: { settled: true, createdAt: { $lt: after(now(), -lifetime) } }, data: { text: null } }),
  };
};
