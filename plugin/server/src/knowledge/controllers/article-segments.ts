import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { articleAudience } from '../services/article-audience';

/** For whom articles can be: `/portal/knowledge/segments`. */
export const articleSegments: ControllerFactory = ({ strapi }) => ({
  /** GET /portal/knowledge/segments → SegmentTitle[], the standard one first; needs the content manager's right to read articles. */
  index(ctx) {
    answer(ctx, getService(strapi, 'article-audience', articleAudience).titles());
  },
});
