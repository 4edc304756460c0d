import type { Context } from 'koa';
import { deskActions } from '../../../../contracts/desk';
import { savedReplyChange } from '../../../../contracts/saved-replies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf, idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { needRight } from '../../tickets/rights';
import { savedReplies as service } from '../services/saved-replies';

/** Saved replies: `/portal/saved-replies`. What is shared needs `saved-replies.manage` to be made, changed and deleted. */
export const savedReplies: ControllerFactory = ({ strapi }) => {
  const replies = () => getService(strapi, 'saved-replies', service);
  const refuseShared = async (ctx: Context, wanted: boolean): Promise<void> => {
    if (wanted || (await replies().isShared(idIn(ctx), agentOf(ctx).id))) needRight(ctx, deskActions.savedReplies);
  };
  return {
    /** GET /portal/saved-replies → own and shared ones; needs `tickets.reply`, as all of these do. */
    async index(ctx) {
      answer(ctx, await replies().list(agentOf(ctx).id));
    },
    /** POST /portal/saved-replies → 201 with the id; 400 for an unknown variable, 409 `limit_reached` beyond two hundred. */
    async create(ctx) {
      const change = validate(savedReplyChange, bodyOf(ctx));
      if (change.shared) needRight(ctx, deskActions.savedReplies);
      answer(ctx, { id: await replies().create(change, agentOf(ctx)) }, {}, 201);
    },
    /** PUT /portal/saved-replies/:id → the whole reply. */
    async update(ctx) {
      const change = validate(savedReplyChange, bodyOf(ctx));
      await refuseShared(ctx, change.shared);
      await replies().update(idIn(ctx), change, agentOf(ctx));
      answer(ctx, { id: idIn(ctx) });
    },
    /** DELETE /portal/saved-replies/:id → 200. */
    async remove(ctx) {
      await refuseShared(ctx, false);
      await replies().remove(idIn(ctx), agentOf(ctx));
      answer(ctx, { id: idIn(ctx) });
    },
  };
};
