import type { Suggestion, SuggestionRequest } from '../../../../contracts/knowledge';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { newToken } from '../../platform/tokens';
import { insertRow, updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { articleCounts } from '../../knowledge/services/article-counts';
import { articleFinding } from '../../knowledge/services/article-finding';
import type { Audience } from '../../knowledge/visibility';
import { maskedText } from '../masks';
import type { SuggestionRow } from '../rows';

const mostOffered = 5;
const longestText = 10_000;

/** Who asks for suggestions: all that he has been, newest first, and what he may see. */
export interface Asker {
  readers: string[];
  audience: Audience;
}

/** Answers that are offered before a request is sent. Each belongs to the browser or customer that asked. */
export const suggestions = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<SuggestionRow>(strapi, 'suggestion');
  const finding = () => getService(strapi, 'article-finding', articleFinding);

  const find = async (key: string, { readers }: Asker): Promise<SuggestionRow> => {
    const found = readers.length > 0 ? await table.findOne({ where: { key, owner: { $in: readers } } }) : null;
    if (!found) throw notFound();
    return found;
  };

  const toSuggestion = async (row: SuggestionRow, { audience }: Asker): Promise<Suggestion> => {
    const hits = await finding().toHits(row.offered ?? [], row.language, audience);
    const opened = await finding().toHits((row.offered ?? []).filter(({ document }) => row.opened?.includes(document)), row.language, audience);
    return { id: row.key, hits, opened: opened.map(({ article }) => article.slug), outcome: row.outcome };
  };

  return {
    find,
    show: async (key: string, asker: Asker): Promise<Suggestion> => toSuggestion(await find(key, asker), asker),

    /** Looks for answers and keeps what was offered, even when it was nothing. */
    async offer(owner: string, { subject, body, category, language }: Omit<SuggestionRequest, 'language'> & { language: string | undefined }, asker: Asker): Promise<Suggestion> {
      const { hits, explanation, locale } = await finding().suggest(subject, body, language, asker.audience, mostOffered);
      const said = { subject: maskedText(subject).slice(0, 200), text: maskedText(body.slice(0, longestText)) };
      const moment = now().toISOString();
      const row = { key: newToken().slice(0, 22), owner, language: locale, category: category ?? null, ...said, offered: hits, explanation, opened: [], offers: hits.length, openings: 0, outcome: 'open' as const, solvedBy: null, ticketId: null, settled: false, createdAt: moment, updatedAt: moment };
      const id = await insertRow<SuggestionRow>(strapi, 'suggestion', row);
      const counts = getService(strapi, 'article-counts', articleCounts);
      for (const { document } of hits) counts.count(document, 'shown');
      return toSuggestion({ id, ...row }, asker);
    },

    /** Notes that one of the offered articles was opened; again changes nothing. 404 for one that was not offered. */
    open: (key: string, document: string, asker: Asker): Promise<void> =>
      inTransaction(strapi, async () => {
        const row = await find(key, asker);
        if (!row.offered?.some((offered) => offered.document === document)) throw notFound();
        if (row.opened?.includes(document)) return;
        const opened = [...(row.opened ?? []), document];
      await updateRow<SuggestionRow>(strapi, 'suggestion', row.id, { opened, openings: opened.length });
        getService(strapi, 'article-counts', articleCounts).count(document, 'opened');
      }),
  };
};
