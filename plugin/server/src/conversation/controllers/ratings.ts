import type { Context } from 'koa';
import { ratingChange, replyVote } from '../../../../contracts/ratings';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { ratings as service } from '../services/ratings';
import { replyVotes } from '../services/reply-votes';

const referenceOf = (ctx: Context): string => String(ctx.params.reference);
const tokenOf = (ctx: Context): string => String(ctx.params.token);

/** How it was: `tickets/:reference/rating`, the same by a mailed link, and a word on single replies. */
export const ratings: ControllerFactory = ({ strapi }) => {
  const all = () => getService(strapi, 'ratings', service);
  return {
    /** GET tickets/:reference/rating → Rating; for its requester only. */
    async show(ctx) {
      answer(ctx, await all().show(viewerOf(ctx).customerId, referenceOf(ctx)));
    },
    /** PUT tickets/:reference/rating → Rating as it is now; 409 `rating_closed`. */
    async rate(ctx) {
      answer(ctx, await all().rate(viewerOf(ctx).customerId, referenceOf(ctx), validate(ratingChange, bodyOf(ctx))));
    },
    /** GET ratings/:token → Rating; saves nothing, whatever a mail scanner opens. */
    async showMailed(ctx) {
      answer(ctx, await all().showBy(tokenOf(ctx)));
    },
    /** PUT ratings/:token → Rating as it is now; 409 `rating_closed`. */
    async rateMailed(ctx) {
      answer(ctx, await all().rateBy(tokenOf(ctx), validate(ratingChange, bodyOf(ctx))));
    },
    /** PUT tickets/:reference/comments/:id/vote → whether this reply of support helped. */
    async vote(ctx) {
      const { helpful } = validate(replyVote, bodyOf(ctx));
      await getService(strapi, 'reply-votes', replyVotes).vote(viewerOf(ctx).customerId, referenceOf(ctx), String(ctx.params.id), helpful);
      answer(ctx, { helpful });
    },
  };
};
