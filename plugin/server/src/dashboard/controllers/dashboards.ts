import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import { dashboards as service } from '../services/dashboards';

/** Where the asking customer stands. */
export const dashboards: ControllerFactory = ({ strapi }) => ({
  /** GET dashboard → Dashboard, of whoever asks. */
  async show(ctx) {
    const viewer = viewerOf(ctx);
    answer(ctx, await getService(strapi, 'dashboards', service).show(viewer, effectivePolicy(strapi, viewer)));
  },
});
