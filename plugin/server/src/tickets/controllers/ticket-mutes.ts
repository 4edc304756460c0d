import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { ticketMutes as service } from '../services/ticket-mutes';

/** Requests that a customer wants not to hear of: `tickets/:reference/mute`. It stands in the ticket's `muted`. */
export const ticketMutes: ControllerFactory = ({ strapi }) => {
  const mutes = () => getService(strapi, 'ticket-mutes', service);
  return {
    /** PUT tickets/:reference/mute → no notification and no mail about it any more. */
    async mute(ctx) {
      await mutes().mute(viewerOf(ctx).customerId, String(ctx.params.reference));
      answer(ctx, { muted: true });
    },
    /** DELETE tickets/:reference/mute → as it was before. */
    async unmute(ctx) {
      await mutes().unmute(viewerOf(ctx).customerId, String(ctx.params.reference));
      answer(ctx, { muted: false });
    },
  };
};
