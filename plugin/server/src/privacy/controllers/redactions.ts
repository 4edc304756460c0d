import type { Context } from 'koa';
import { redaction } from '../../../../contracts/secrets';
import type { Redaction } from '../../../../contracts/secrets';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { chatRedactions } from '../services/chat-redactions';
import { redactions as service } from '../services/redactions';

const wanted = (ctx: Context): Redaction => validate(redaction, bodyOf(ctx));
const messageOf = (ctx: Context): [reference: string, key: string] => [String(ctx.params.reference), String(ctx.params.id)];

/** Words that are taken out of a message of a request or of a chat: `…/redactions`. */
export const redactions: ControllerFactory = ({ strapi }) => {
  const words = () => getService(strapi, 'redactions', service);
  return {
    /** POST `{ words }` → 200; without words what looks secret. Own messages, for a day: 409 `redaction_window_passed`. */
    async create(ctx) {
      const [reference, key] = messageOf(ctx);
      await words().byCustomer(viewerOf(ctx), reference, key, wanted(ctx));
      answer(ctx, { id: key });
    },
    /** POST /portal/tickets/:reference/comments/:id/redactions → 200; any message and note; needs `tickets.redact`. */
    async deskCreate(ctx) {
      const [reference, key] = messageOf(ctx);
      await words().byAgent(reference, key, wanted(ctx), agentOf(ctx));
      answer(ctx, { id: key });
    },
    /** POST /portal/chats/:key/messages/:id/redactions → 200; needs `tickets.redact` and `chats.answer`. */
    async chatCreate(ctx) {
      await getService(strapi, 'chat-redactions', chatRedactions).byAgent(String(ctx.params.key), String(ctx.params.id), wanted(ctx), agentOf(ctx));
      answer(ctx, { id: String(ctx.params.id) });
    },
  };
};
