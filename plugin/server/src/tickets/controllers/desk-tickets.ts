import type { Context } from 'koa';
import { deskListQuery } from '../../../../contracts/desk';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../actors';
import { agents } from '../services/agents';
import { deskList } from '../services/desk-list';

/** The agents' list and the agents: `/portal/tickets`, `/portal/agents`. */
export const deskTickets: ControllerFactory = ({ strapi }) => ({
  /** GET /portal/tickets → all tickets, filtered; needs `tickets.read`. */
  async index(ctx: Context) {
    const query = validate(deskListQuery, ctx.query);
    const { data, pagination } = await getService(strapi, 'desk-list', deskList).page(query, agentOf(ctx).id);
    answer(ctx, data, { pagination });
  },

  /** GET /portal/agents → who a ticket can be assigned to; needs `tickets.read`. */
  async agents(ctx: Context) {
    answer(ctx, await getService(strapi, 'agents', agents).list());
  },
});
