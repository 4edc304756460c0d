import type { Context } from 'koa';
import { deskActions, agentNote, agentReply, ticketChange } from '../../../../contracts/desk';
import { answer } from '../../platform/answer';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { deskConversation as service } from '../services/desk-conversation';

const bodyOf = (ctx: Context): unknown => (ctx.request as { body?: unknown }).body;
const referenceOf = (ctx: Context): string => String(ctx.params.reference);

/** Two rights meet in one route; the second one is asked here, where the wanted change is known. */
const need = (ctx: Context, action: string): void => {
  const ability = ctx.state.userAbility as { can(action: string): boolean } | undefined;
  if (!ability?.can(action)) throw new Refusal('access_refused', 'Your role does not allow this change.');
};

/** One ticket as agents work on it: `/portal/tickets/:reference`. */
export const deskConversation: ControllerFactory = ({ strapi }) => {
  const desk = () => getService(strapi, 'desk-conversation', service);
  const show = async (ctx: Context, status = 200): Promise<void> => answer(ctx, await desk().show(referenceOf(ctx), agentOf(ctx)), {}, status);
  return {
    /** GET /portal/tickets/:reference → all of a ticket, internal notes included; needs `tickets.read`. */
    show: (ctx) => show(ctx),

    /** PUT /portal/tickets/:reference → state, priority, category (`tickets.update`), assignee (`tickets.assign`). */
    async update(ctx) {
      const change = validate(ticketChange, bodyOf(ctx));
      const { assignee, ...rest } = change;
      if (assignee !== undefined) need(ctx, deskActions.assign);
      if (Object.keys(rest).length > 0) need(ctx, deskActions.update);
      await desk().change(referenceOf(ctx), change, agentOf(ctx));
      await show(ctx);
    },

    /** POST /portal/tickets/:reference/comments → 201; needs `tickets.reply`. */
    async reply(ctx) {
      await desk().reply(referenceOf(ctx), validate(agentReply, bodyOf(ctx)), agentOf(ctx));
      await show(ctx, 201);
    },

    /** POST /portal/tickets/:reference/notes → 201; needs `tickets.note`. */
    async note(ctx) {
      await desk().note(referenceOf(ctx), validate(agentNote, bodyOf(ctx)), agentOf(ctx));
      await show(ctx, 201);
    },
  };
};
