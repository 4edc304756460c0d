import type { Context } from 'koa';
import { commentCreation } from '../../../../contracts/conversation';
import type { OwnLimits } from '../../../../contracts/conversation';
import { ticketCreation } from '../../../../contracts/tickets';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { after, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import { readerOf } from '../../tickets/membership';
import { rates } from '../services/rates';
import { replies } from '../services/replies';
import { submission } from '../services/submission';
import { ticketPage } from '../services/ticket-page';

/** A retry with the same key changes nothing (draft-ietf-httpapi-idempotency-key-header). */
const keyOf = (ctx: Context): string | undefined => ctx.get('Idempotency-Key') || undefined;

/** A customer's requests with what is said in them: `tickets`. */
export const conversation: ControllerFactory = ({ strapi }) => {
  const policyOf = (ctx: Context) => effectivePolicy(strapi, viewerOf(ctx));
  const page = (ctx: Context, reference: string) => getService(strapi, 'ticket-page', ticketPage).show(viewerOf(ctx), readerOf(strapi, viewerOf(ctx)), reference);
  return {
    /** POST tickets → 201 with the ticket; 200 with the same one when the key was seen before. */
    async open(ctx) {
      const input = validate(ticketCreation, bodyOf(ctx));
      const { reference, opened } = await getService(strapi, 'submission', submission).submit(viewerOf(ctx), input, policyOf(ctx), keyOf(ctx));
      if (!opened) return answer(ctx, await page(ctx, reference));
      const hasFiles = input.attachments.length > 0;
      answer(ctx, await getService(strapi, 'ticket-page', ticketPage).ofNew(viewerOf(ctx), opened, hasFiles), {}, 201);
    },

    /** POST tickets/checks → 200 when this could be sent, 400 with every field that is wrong; nothing is kept. */
    async check(ctx) {
      await getService(strapi, 'submission', submission).check(bodyOf(ctx), policyOf(ctx));
      answer(ctx, { next: 'send' });
    },

    /** GET me/limits → OwnLimits: whether a new request could be sent now, and when. */
    async limits(ctx) {
      const { limit, left, resetMs } = await getService(strapi, 'rates', rates).ticketsLeft(viewerOf(ctx).customerId, policyOf(ctx));
      const own: OwnLimits = { requests: { limit: limit.quota, left, nextAt: left > 0 ? null : after(now(), resetMs).toISOString() } };
      answer(ctx, own);
    },

    /** GET tickets/:reference → ticket, conversation, timeline and files in one answer. */
    async show(ctx) {
      answer(ctx, await page(ctx, String(ctx.params.reference)));
    },

    /** POST tickets/:reference/comments → 201 with the ticket as it is now; 200 when the key was seen before. */
    async reply(ctx) {
      const reference = String(ctx.params.reference);
      const input = validate(commentCreation, bodyOf(ctx));
      const { repeated } = await getService(strapi, 'replies', replies).reply(viewerOf(ctx), reference, input, policyOf(ctx), keyOf(ctx));
      answer(ctx, await page(ctx, reference), {}, repeated ? 200 : 201);
    },
  };
};
