import { after, days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { newToken } from '../../platform/tokens';
import { insertRow } from '../../platform/write-rows';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { articleCounts } from '../../knowledge/services/article-counts';
import type { Found } from '../../knowledge/services/article-finding';
import { maskedQuery, normalQuery } from '../masks';
import { policies } from '../../segments/services/policies';
import type { SearchRecordRow } from '../rows';

/** What people searched for, without who they are. */
export const searchRecords = ({ strapi }: { strapi: Strapi }) => {
  const writing = new Set<Promise<unknown>>();

  const write = async (row: Partial<SearchRecordRow>): Promise<void> => {
    await insertRow<SearchRecordRow>(strapi, 'search-record', row).catch((error: unknown) => strapi.log.error(`A search could not be noted: ${saidBy(error)}`));
  };

  return {
    /** Notes a search beside its answer, which does not wait for it, and answers the search's name; null for one without a word. */
    note(text: string, { hits, total, locale }: Found): string | null {
      const query = maskedQuery(text);
      const normal = normalQuery(query);
      if (normal === '') return null;
      const key = newToken().slice(0, 22);
      const work = write({ key, query, normal, language: locale, results: total, openings: 0 });
      writing.add(work);
      void work.finally(() => writing.delete(work));
      const counts = getService(strapi, 'article-counts', articleCounts);
      for (const { document } of hits) counts.count(document, 'shown');
      return key;
    },

    /** Counts an opening of one of its hits; false for a name that no search has. */
    async opened(key: string): Promise<boolean> {
      await Promise.all(writing);
      const changed = await strapi.db.getConnection('portal_search_records').where({ key }).increment('openings', 1);
      return Number(changed) > 0;
    },

    /** Resolves when all that was noted is written. */
    settle: async (): Promise<void> => void (await Promise.all(writing)),

    /** What is older than `retention.searchDays`; answers how many. */
    async forgetOld(): Promise<number> {
      const { searchDays } = getService(strapi, 'policies', policies).retention();
      return searchDays === 0 ? 0 : (await rows<SearchRecordRow>(strapi, 'search-record').deleteMany({ where: { createdAt: { $lt: after(now(), -days(searchDays)) } } })).count;
    },
  };
};
