import type { Context } from 'koa';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { incidents as service } from '../services/incidents';

/** What goes on now, for customers: `incidents`. */
export const incidents: ControllerFactory = ({ strapi }) => {
  const shown = () => getService(strapi, 'incidents', service);
  const idOf = (ctx: Context): string => String(ctx.params.id);
  return {
    /** GET incidents → those that go on, newest first. */
    async index(ctx) {
      answer(ctx, await shown().list(viewerOf(ctx).customerId));
    },
    /** GET tickets/:reference/incidents → those that this request belongs to. */
    async ofTicket(ctx) {
      answer(ctx, await shown().ofTicket(viewerOf(ctx), String(ctx.params.reference)));
    },
    /** PUT incidents/:id/following → each update comes by mail; again → still so. */
    async follow(ctx) {
      await shown().startFollowing(viewerOf(ctx).customerId, idOf(ctx));
      answer(ctx, { id: idOf(ctx), following: true });
    },
    /** DELETE incidents/:id/following → no more mails of it. */
    async unfollow(ctx) {
      await shown().stopFollowing(viewerOf(ctx).customerId, idOf(ctx));
      answer(ctx, { id: idOf(ctx), following: false });
    },
  };
};
