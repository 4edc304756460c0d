import type { Context } from 'koa';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { ticketArticles as service } from '../services/ticket-articles';

const referenceOf = (ctx: Context): string => String(ctx.params.reference);
const slugOf = (ctx: Context): string => String(ctx.params.slug);

/** Articles beside a ticket: `tickets/:reference/articles`, for who may read it and for the desk. */
export const ticketArticles: ControllerFactory = ({ strapi }) => {
  const articles = () => getService(strapi, 'ticket-articles', service);
  return {
    /** GET tickets/:reference/articles → linked and related ones; 404 for another's ticket. */
    async show(ctx) {
      answer(ctx, await articles().ofCustomer(viewerOf(ctx), referenceOf(ctx)));
    },

    /** GET /portal/tickets/:reference/articles → the same as the requester sees; needs `tickets.read`. */
    async deskShow(ctx) {
      answer(ctx, await articles().ofDesk(referenceOf(ctx)));
    },

    /** PUT /portal/tickets/:reference/articles/:slug → the article answers this ticket; needs `tickets.reply`. */
    async link(ctx) {
      answer(ctx, await articles().link(referenceOf(ctx), slugOf(ctx)));
    },

    /** DELETE /portal/tickets/:reference/articles/:slug → it does not; what was learned is forgotten. Needs `tickets.reply`. */
    async unlink(ctx) {
      answer(ctx, await articles().unlink(referenceOf(ctx), slugOf(ctx)));
    },
  };
};
