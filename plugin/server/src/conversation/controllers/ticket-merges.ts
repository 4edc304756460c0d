import { mergeWish } from '../../../../contracts/desk';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { ticketMerges as service } from '../services/ticket-merges';

/** Merging a ticket into another one of the same requester: `/portal/tickets/:reference/merge`. */
export const ticketMerges: ControllerFactory = ({ strapi }) => {
  const merges = () => getService(strapi, 'ticket-merges', service);
  return {
    /** GET /portal/tickets/:reference/merge?into= → what moves and who reads it then; needs `tickets.merge`. */
    async preview(ctx) {
      answer(ctx, await merges().preview(String(ctx.params.reference), validate(mergeWish, ctx.query).into));
    },

    /** POST /portal/tickets/:reference/merge → 201 with the ticket that goes on; 409 `merge_refused`. Needs `tickets.merge`. */
    async merge(ctx) {
      const { into } = validate(mergeWish, (ctx.request as { body?: unknown }).body);
      await merges().merge(String(ctx.params.reference), into, agentOf(ctx));
      answer(ctx, { reference: into }, {}, 201);
    },
  };
};
