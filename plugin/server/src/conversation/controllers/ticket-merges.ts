import { mergeOrder, mergeWish } from '../../../../contracts/merging';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { ticketMerges as service } from '../services/ticket-merges';

/** Merging a ticket into another one, or working on both together: `/portal/tickets/:reference/merge`. */
export const ticketMerges: ControllerFactory = ({ strapi }) => {
  const merges = () => getService(strapi, 'ticket-merges', service);
  return {
    /** GET /portal/tickets/:reference/merge?into= → what moves and who reads it then; needs `tickets.merge`. */
    async preview(ctx) {
      answer(ctx, await merges().preview(String(ctx.params.reference), validate(mergeWish, ctx.query).into));
    },

    /** POST /portal/tickets/:reference/merge → 201 with the ticket that goes on; 409 `merge_refused`, `merge_unconfirmed`. Needs `tickets.merge`. */
    async merge(ctx) {
      const { into, confirmation } = validate(mergeOrder, bodyOf(ctx));
      await merges().merge(String(ctx.params.reference), into, confirmation, agentOf(ctx));
      answer(ctx, { reference: into }, {}, 201);
    },

    /** DELETE /portal/tickets/:reference/merge → the ticket is worked on by itself again; 404 where it is. Needs `tickets.merge`. */
    async separate(ctx) {
      await merges().separate(String(ctx.params.reference), agentOf(ctx));
      answer(ctx, { reference: String(ctx.params.reference) });
    },
  };
};
