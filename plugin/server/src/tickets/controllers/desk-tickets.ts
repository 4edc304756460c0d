import type { Context } from 'koa';
import { readMark } from '../../../../contracts/desk';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../actors';
import { agents } from '../services/agents';
import { readMarks } from '../services/read-marks';
import { ticketTags } from '../services/ticket-tags';

const referenceOf = (ctx: Context): string => String(ctx.params.reference);

/** What the agents' list can be narrowed by, and how far each has read: `/portal/agents`, `/portal/tags`, read marks. */
export const deskTickets: ControllerFactory = ({ strapi }) => ({
  /** GET /portal/agents → who a ticket can be assigned to; needs `tickets.read`. */
  async agents(ctx: Context) {
    answer(ctx, await getService(strapi, 'agents', agents).list());
  },

  /** GET /portal/tags → the tags that are used most; needs `tickets.read`. */
  async tags(ctx: Context) {
    answer(ctx, await getService(strapi, 'ticket-tags', ticketTags).used());
  },

  /** PUT /portal/tickets/:reference/read-mark → this agent has read up to there; needs `tickets.read`. */
  async read(ctx: Context) {
    const { event } = validate(readMark, bodyOf(ctx));
    await getService(strapi, 'read-marks', readMarks).set(referenceOf(ctx), agentOf(ctx).id, event);
    answer(ctx, { reference: referenceOf(ctx) });
  },

  /** DELETE /portal/tickets/:reference/read-mark → unread again, for this agent; needs `tickets.read`. */
  async unread(ctx: Context) {
    await getService(strapi, 'read-marks', readMarks).remove(referenceOf(ctx), agentOf(ctx).id);
    answer(ctx, { reference: referenceOf(ctx) });
  },
});
