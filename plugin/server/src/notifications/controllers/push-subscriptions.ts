import { pushChange, pushSubscription } from '../../../../contracts/push';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { pushSubscriptions as service } from '../services/push-subscriptions';

/** The browsers in which a customer is told when the portal is not open: `me/push-subscriptions`. */
export const pushSubscriptions: ControllerFactory = ({ strapi }) => {
  const browsers = () => getService(strapi, 'push-subscriptions', service);
  return {
    /** GET me/push-subscriptions → PushBrowsers, the newest first. */
    async index(ctx) {
      answer(ctx, await browsers().show(viewerOf(ctx)));
    },

    /** POST me/push-subscriptions → 201 PushBrowsers; the same browser again changes what is there. 400 for an address that is not public https, 409 `limit_reached`. */
    async create(ctx) {
      const viewer = viewerOf(ctx);
      await browsers().add(viewer, validate(pushSubscription, bodyOf(ctx)), ctx.get('User-Agent'));
      answer(ctx, await browsers().show(viewer), {}, 201);
    },

    /** PUT me/push-subscriptions/:id `{ withText }` → PushBrowsers; 404 for another's. */
    async update(ctx) {
      const viewer = viewerOf(ctx);
      await browsers().change(viewer.customerId, String(ctx.params.id), validate(pushChange, bodyOf(ctx)));
      answer(ctx, await browsers().show(viewer));
    },

    /** DELETE me/push-subscriptions/:id → PushBrowsers: nothing is told there any more; 404 for another's. */
    async destroy(ctx) {
      const viewer = viewerOf(ctx);
      await browsers().remove(viewer.customerId, String(ctx.params.id));
      answer(ctx, await browsers().show(viewer));
    },
  };
};
