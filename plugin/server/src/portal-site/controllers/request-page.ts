import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import { requestPage as service } from '../services/request-page';

/** What pages need in one call, where each part is also an address of its own. */
export const requestPage: ControllerFactory = ({ strapi }) => ({
  /** GET tickets/:reference/page → RequestPage; 404 for a missing ticket and another's alike. */
  async show(ctx) {
    const viewer = viewerOf(ctx);
    answer(ctx, await getService(strapi, 'request-page', service).show(viewer, String(ctx.params.reference), effectivePolicy(strapi, viewer)));
  },
});
