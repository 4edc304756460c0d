import { webhookChange } from '../../../../contracts/webhooks';
import { authorOf } from '../../audit/author';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf, idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { webhookEditing } from '../services/webhook-editing';

/** Addresses that are told what happens: `/portal/settings/webhooks`; all of it needs `settings.webhooks`. */
export const webhooks: ControllerFactory = ({ strapi }) => {
  const editing = () => getService(strapi, 'webhook-editing', webhookEditing);
  return {
    /** GET /portal/settings/webhooks → Webhook[]. */
    async index(ctx) {
      answer(ctx, await editing().list());
    },
    /** POST /portal/settings/webhooks → 201 NewWebhook, with its secret; 400 at `address` for one that is not public https. */
    async create(ctx) {
      answer(ctx, await editing().create(validate(webhookChange, bodyOf(ctx)), authorOf(ctx)), {}, 201);
    },
    /** PUT /portal/settings/webhooks/:id → Webhook; 403 `access_refused` for one that config/plugins.ts keeps. */
    async update(ctx) {
      answer(ctx, await editing().change(idIn(ctx), validate(webhookChange, bodyOf(ctx)), authorOf(ctx)));
    },
    /** DELETE /portal/settings/webhooks/:id → 200; what it was told is forgotten. */
    async remove(ctx) {
      await editing().remove(idIn(ctx), authorOf(ctx));
      answer(ctx, { id: idIn(ctx) });
    },
    /** POST /portal/settings/webhooks/:id/secrets → 201 NewWebhook with a new secret. */
    async renewSecret(ctx) {
      answer(ctx, await editing().renewSecret(idIn(ctx), authorOf(ctx)), {}, 201);
    },
    /** GET /portal/settings/webhooks/:id/messages → WebhookMessage[], the latest first. */
    async messages(ctx) {
      answer(ctx, await editing().messages(idIn(ctx)));
    },
    /** POST /portal/settings/webhooks/:id/messages → 201 WebhookMessage of a test, which was tried once. */
    async test(ctx) {
      answer(ctx, await editing().test(idIn(ctx)), {}, 201);
    },
    /** POST /portal/settings/webhooks/:id/messages/:message/sendings → WebhookMessage, in the queue again. */
    async sendAgain(ctx) {
      answer(ctx, await editing().sendAgain(idIn(ctx), idIn(ctx, 'message'), authorOf(ctx)));
    },
  };
};
