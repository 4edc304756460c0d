import type { Context } from 'koa';
import { deskActions } from '../../../../contracts/desk';
import { viewChange } from '../../../../contracts/desk-views';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf, idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../actors';
import { needRight } from '../rights';
import { deskViews as service } from '../services/desk-views';

/** The views of the inbox: `/portal/views`. What is shared needs `views.share` to be made, changed and deleted. */
export const deskViews: ControllerFactory = ({ strapi }) => {
  const views = () => getService(strapi, 'desk-views', service);
  const refuseShared = async (ctx: Context, wanted: boolean): Promise<void> => {
    if (wanted || (await views().isShared(idIn(ctx), agentOf(ctx).id))) needRight(ctx, deskActions.views);
  };
  return {
    /** GET /portal/views → all views with their counts; needs `tickets.read`. */
    async index(ctx) {
      answer(ctx, await views().list(agentOf(ctx).id));
    },
    /** POST /portal/views → 201 with the id; 409 `limit_reached` beyond fifty. */
    async create(ctx) {
      const change = validate(viewChange, bodyOf(ctx));
      if (change.shared) needRight(ctx, deskActions.views);
      answer(ctx, { id: await views().create(change, agentOf(ctx).id) }, {}, 201);
    },
    /** PUT /portal/views/:id → the whole view. */
    async update(ctx) {
      const change = validate(viewChange, bodyOf(ctx));
      await refuseShared(ctx, change.shared);
      await views().update(idIn(ctx), change, agentOf(ctx).id);
      answer(ctx, { id: idIn(ctx) });
    },
    /** DELETE /portal/views/:id → 200. */
    async remove(ctx) {
      await refuseShared(ctx, false);
      await views().remove(idIn(ctx), agentOf(ctx).id);
      answer(ctx, { id: idIn(ctx) });
    },
  };
};
