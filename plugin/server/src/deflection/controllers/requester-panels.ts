import type { Context } from 'koa';
import { answer } from '../../platform/answer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { requesterPanels as service } from '../services/requester-panels';

const userOf = (ctx: Context): number => {
  const id = String(ctx.params.id);
  if (!/^\d{1,9}$/.test(id)) throw notFound();
  return Number(id);
};

/** Who asks, for agents: `/portal/tickets/:reference/requester`, `/portal/users/:id/tickets`. */
export const requesterPanels: ControllerFactory = ({ strapi }) => {
  const panels = () => getService(strapi, 'requester-panels', service);
  return {
    /** GET /portal/tickets/:reference/requester → profile, figures, and what was looked for before; needs `tickets.read`. */
    async show(ctx) {
      answer(ctx, await panels().show(String(ctx.params.reference)));
    },

    /** GET /portal/users/:id/tickets → the ten newest tickets of this user; needs `tickets.read`. */
    async ofUser(ctx) {
      answer(ctx, await panels().ofUser(userOf(ctx)));
    },
  };
};
