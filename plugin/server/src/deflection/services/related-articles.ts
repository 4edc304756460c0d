import { LRUCache } from 'lru-cache';
import { comments } from '../../conversation/services/comments';
import { articleFinding } from '../../knowledge/services/article-finding';
import { minutes } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { searchEngine } from '../../search/services/search-engine';
import type { TicketRow } from '../../tickets/rows';

/** Documents that may answer a ticket, best first, and the locale they were looked for in. */
export interface Related {
  documents: string[];
  locale: string;
}

const mostKept = 5000;

/**
 * What the search finds for a ticket's own words. They never change and its page is opened again and again, so
 * what was found is kept while the index is as it was. Vectors come in behind the index, so nothing is kept for long.
 */
export const relatedArticles = ({ strapi }: { strapi: Strapi }) => {
  const kept = new LRUCache<string, Related & { generation: number }>({ max: mostKept, ttl: minutes(10) });
  const engine = () => getService(strapi, 'search-engine', searchEngine);

  return {
    /** At most `limit`; what of it may be read by now is for whoever shows it to ask. */
    async of(ticket: Pick<TicketRow, 'id' | 'subject'>, { segment, language }: { segment: string; language: string }, limit: number): Promise<Related> {
      const key = `${ticket.id} ${limit} ${language} ${segment}`;
      const known = kept.get(key);
      if (known?.generation === engine().generation()) return known;
      const generation = engine().generation();
      const body = await getService(strapi, 'comments', comments).firstBody(ticket.id);
      const { hits, locale } = await getService(strapi, 'article-finding', articleFinding).suggest(ticket.subject, body, language, segment, limit);
      const found = { documents: hits.map(({ document }) => document), locale, generation };
      kept.set(key, found);
      return found;
    },
  };
};
