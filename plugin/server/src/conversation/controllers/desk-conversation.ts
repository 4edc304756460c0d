import type { Context } from 'koa';
import { deskActions, agentNote, agentReply, presenceChange, ticketChange, ticketChanges } from '../../../../contracts/desk';
import type { TicketChange } from '../../../../contracts/desk';
import { authorOf, thisHour } from '../../audit/author';
import { auditLog } from '../../audit/services/audit-log';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { needRight } from '../../tickets/rights';
import { deskList } from '../../tickets/services/desk-list';
import { deskChanges } from '../../tickets/services/desk-changes';
import { deskConversation as service } from '../services/desk-conversation';
import { presences } from '../services/presences';

const referenceOf = (ctx: Context): string => String(ctx.params.reference);

/** Two rights meet in one route; which are needed depends on the wanted change. */
const needRightsFor = (ctx: Context, { assignee, ...rest }: TicketChange): void => {
  if (assignee !== undefined) needRight(ctx, deskActions.assign);
  if (Object.keys(rest).length > 0) needRight(ctx, deskActions.update);
};

/** One ticket as agents work on it: `/portal/tickets/:reference`. */
export const deskConversation: ControllerFactory = ({ strapi }) => {
  const desk = () => getService(strapi, 'desk-conversation', service);
  const changes = () => getService(strapi, 'desk-changes', deskChanges);
  const show = async (ctx: Context, status = 200): Promise<void> => answer(ctx, await desk().show(referenceOf(ctx), agentOf(ctx)), {}, status);
  return {
    /** GET /portal/tickets/:reference → all of a ticket, internal notes included; needs `tickets.read`. */
    async show(ctx) {
      await show(ctx);
      const [reference, { id }] = [referenceOf(ctx), agentOf(ctx)];
      // Beside the answer, once an hour: whoever works on a ticket reads it again every few seconds.
      getService(strapi, 'audit-log', auditLog).noteSoon(authorOf(ctx), async () => {
        const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
        return ticket && { kind: 'access', what: `request ${ticket.reference}`, action: 'viewed', customerId: ticket.requesterId };
      }, `view:${id}:${reference.toUpperCase()}:${thisHour()}`);
    },

    /** PUT /portal/tickets/:reference → state, priority, category, tags, snooze (`tickets.update`), assignee (`tickets.assign`). */
    async update(ctx) {
      const change = validate(ticketChange, bodyOf(ctx));
      needRightsFor(ctx, change);
      await changes().change(referenceOf(ctx), change, agentOf(ctx));
      await show(ctx);
    },

    /** POST /portal/tickets/changes → 200 with which were changed and which were not, and why; the same rights. */
    async updateMany(ctx) {
      const wanted = validate(ticketChanges, bodyOf(ctx));
      needRightsFor(ctx, wanted.change);
      answer(ctx, await changes().changeMany(wanted, agentOf(ctx)));
    },

    /** POST /portal/tickets/:reference/comments → 201, 202 for one that is held; 409 `newer_messages`. Needs `tickets.reply`. */
    async reply(ctx) {
      const reply = validate(agentReply, bodyOf(ctx));
      await desk().reply(referenceOf(ctx), reply, agentOf(ctx));
      await show(ctx, reply.holdSeconds > 0 ? 202 : 201);
    },

    /** DELETE /portal/tickets/:reference/held-replies/:id → what was written; 409 `already_sent`. Needs `tickets.reply`. */
    async takeBack(ctx) {
      answer(ctx, await desk().takeBack(referenceOf(ctx), String(ctx.params.id), agentOf(ctx)));
    },

    /** PUT /portal/tickets/:reference/presence → who else is there, and whether there is news; needs `tickets.read`. */
    async present(ctx) {
      const { writing } = validate(presenceChange, bodyOf(ctx));
      answer(ctx, await getService(strapi, 'presences', presences).sign(referenceOf(ctx), writing, agentOf(ctx)));
    },

    /** DELETE /portal/tickets/:reference/presence → the agent went away; needs `tickets.read`. */
    async leave(ctx) {
      await getService(strapi, 'presences', presences).leave(referenceOf(ctx), agentOf(ctx).id);
      answer(ctx, { reference: referenceOf(ctx) });
    },

    /** POST /portal/tickets/:reference/notes → 201; needs `tickets.note`. */
    async note(ctx) {
      await desk().note(referenceOf(ctx), validate(agentNote, bodyOf(ctx)), agentOf(ctx));
      await show(ctx, 201);
    },
  };
};
