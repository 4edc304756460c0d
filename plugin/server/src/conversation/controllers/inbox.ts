import { deskListQuery } from '../../../../contracts/desk';
import { answer } from '../../platform/answer';
import { askedQuery } from '../../platform/asked-query';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { inbox as service } from '../services/inbox';

/** The agents' list: `/portal/tickets`. */
export const inbox: ControllerFactory = ({ strapi }) => ({
  /** GET /portal/tickets → all tickets, filtered and searched, with who is looking at them; needs `tickets.read`. */
  async index(ctx) {
    const { data, pagination } = await getService(strapi, 'inbox', service).page(askedQuery(deskListQuery, ctx), agentOf(ctx).id);
    answer(ctx, data, { pagination });
  },
});
