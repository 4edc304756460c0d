import type { Context } from 'koa';
import { deskListQuery, readMark } from '../../../../contracts/desk';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../actors';
import { agents } from '../services/agents';
import { deskList } from '../services/desk-list';
import { readMarks } from '../services/read-marks';
import { ticketTags } from '../services/ticket-tags';

const referenceOf = (ctx: Context): string => String(ctx.params.reference);

/** The agents' list, what it can be narrowed by, and how far each has read: `/portal/tickets`, `/portal/agents`, `/portal/tags`. */
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

  /** GET /portal/tags → the tags that are used most; needs `tickets.read`. */
  async tags(ctx: Context) {
    answer(ctx, await getService(strapi, 'ticket-tags', ticketTags).used());
  },

  /** PUT /portal/tickets/:reference/read-mark → this agent has read up to there; needs `tickets.read`. */
  async read(ctx: Context) {
    const { event } = validate(readMark, (ctx.request as { body?: unknown }).body);
    await getService(strapi, 'read-marks', readMarks).set(referenceOf(ctx), agentOf(ctx).id, event);
    answer(ctx, { reference: referenceOf(ctx) });
  },

  /** DELETE /portal/tickets/:reference/read-mark → unread again, for this agent; needs `tickets.read`. */
  async unread(ctx: Context) {
    await getService(strapi, 'read-marks', readMarks).remove(referenceOf(ctx), agentOf(ctx).id);
    answer(ctx, { reference: referenceOf(ctx) });
  },
});
