import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { blockedContent as service } from '../services/blocked-content';

/** What browsers blocked, for admins: `/portal/settings/blocked-content`. */
export const blockedContent: ControllerFactory = ({ strapi }) => ({
  /** GET /portal/settings/blocked-content → BlockedContentLine[], what was seen last first; needs `settings.read`. */
  async index(ctx) {
    answer(ctx, await getService(strapi, 'blocked-content', service).list());
  },
  /** DELETE /portal/settings/blocked-content → an empty list; needs `settings.change`. */
  async clear(ctx) {
    await getService(strapi, 'blocked-content', service).clear();
    answer(ctx, []);
  },
});
