import type { z } from 'zod';
import type { articleOpening } from '../../../../contracts/knowledge';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { articleCounts } from '../../knowledge/services/article-counts';
import { articleReading } from '../../knowledge/services/article-reading';
import { searchRecords } from './search-records';
import { suggestions } from './suggestions';
import type { Asker } from './suggestions';

/** Notes that an article was opened out of a search or a suggestion. */
export const openings = ({ strapi }: { strapi: Strapi }) => ({
  /** 404 for an article that this reader cannot see, and for a source that is none or another's. */
  async note({ article, source }: z.infer<typeof articleOpening>, asker: Asker): Promise<void> {
    const found = await getService(strapi, 'article-reading', articleReading).find(article, undefined, asker.audience);
    if (!found) throw notFound();
    const { document } = found.article;
    if (await getService(strapi, 'search-records', searchRecords).opened(source)) return getService(strapi, 'article-counts', articleCounts).count(document, 'opened');
    await getService(strapi, 'suggestions', suggestions).open(source, document, asker);
  },
});
