import type { ArticleFeedback } from '../../../../contracts/knowledge';
import { rows } from '../../platform/rows';
import type { Row } from '../../platform/rows';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';

export interface FeedbackRow extends Row {
  document: string;
  reader: string;
  language: string;
  helpful: boolean;
  reason: string | null;
  comment: string | null;
}

/** What readers say of articles: once each, and they may change their minds. */
export const articleOpinions = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<FeedbackRow>(strapi, 'article-feedback');
  return {
    /** What one of these readers (a customer and his browser) said; null when nothing. */
    async of(document: string, readers: string[]): Promise<{ helpful: boolean } | null> {
      if (readers.length === 0) return null;
      const found = await table.findMany({ where: { document, reader: { $in: readers } }, select: ['id', 'reader', 'helpful'], limit: 2 });
      const newest = found.find(({ reader }) => reader === readers[0]) ?? found[0];
      return newest ? { helpful: Boolean(newest.helpful) } : null;
    },

    async say(document: string, language: string, reader: string, { helpful, reason, comment }: ArticleFeedback): Promise<void> {
      // A reason belongs to a "no"; one that was given before goes with it.
      const why = helpful ? { reason: null } : { reason: reason ?? null };
      await putRow<FeedbackRow>(strapi, 'article-feedback', { document, reader }, { language, helpful, ...why, comment: comment || null });
    },
  };
};
