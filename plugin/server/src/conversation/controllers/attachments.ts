import type { Context } from 'koa';
import { attachmentListQuery } from '../../../../contracts/conversation';
import { viewerOf } from '../../accounts/strategies';
import { authorOf, thisHour } from '../../audit/author';
import { auditLog } from '../../audit/services/audit-log';
import { answer } from '../../platform/answer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { contentTypeOf } from '../../platform/middlewares/streamed-bodies';
import { couldBeKey } from '../../platform/tokens';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import type { Account } from '../../segments/services/policies';
import { agentOf } from '../../tickets/actors';
import { readerOf } from '../../tickets/membership';
import { answerBytes, answerFile } from '../file-answer';
import { toAttachment } from '../serialize';
import { attachments as service } from '../services/attachments';
import type { Owner } from '../services/attachments';

/** Files of customers (`attachments`) and of agents (`/portal/attachments`). */
export const attachments: ControllerFactory = ({ strapi }) => {
  const files = () => getService(strapi, 'attachments', service);
  const customer = (ctx: Context): Owner => {
    const { customerId: id, name } = viewerOf(ctx);
    return { kind: 'customer', id, name };
  };
  const agent = (ctx: Context): Owner => {
    const { id, name } = agentOf(ctx);
    return { kind: 'agent', id, name };
  };

  const receive = async (ctx: Context, owner: Owner, account: Account): Promise<void> => {
    const row = await files().receive(ctx.req, contentTypeOf(ctx), owner, effectivePolicy(strapi, account).limits);
    answer(ctx, toAttachment(row, owner), {}, 201);
  };

  return {
    /** POST attachments (multipart, one file) → 201; the id then goes into a ticket or comment. */
    create: (ctx) => receive(ctx, customer(ctx), viewerOf(ctx)),

    /** GET attachments?ids=a,b → the viewer's own files that no message has taken yet; others are left out. */
    async index(ctx) {
      const keys = validate(attachmentListQuery, ctx.query).ids.split(',').filter(couldBeKey).slice(0, 50);
      const owner = customer(ctx);
      const found = keys.length > 0 ? await files().loose(keys, owner) : [];
      answer(ctx, found.map((row) => toAttachment(row, owner)));
    },

    /** GET attachments/:id → the bytes, to save, or 302 to a bucket for as long as `files.s3.linkSeconds`; 404 for another's, an internal one and a missing one alike. */
    async show(ctx) {
      const row = await files().readable(String(ctx.params.id), readerOf(strapi, viewerOf(ctx)));
      if (!row) throw notFound();
      await answerFile(ctx, strapi, row);
    },

    /** DELETE attachments/:id → own ones, until half an hour after sending. */
    async remove(ctx) {
      const row = await files().readable(String(ctx.params.id), readerOf(strapi, viewerOf(ctx)));
      if (!row) throw notFound();
      await files().remove(row, customer(ctx));
      answer(ctx, { id: row.key });
    },

    /** POST /portal/attachments → an agent's file; needs `tickets.reply`. */
    deskCreate: (ctx) => receive(ctx, agent(ctx), null),

    /** GET /portal/attachments/:id → any ticket's file, by us from wherever it is: the desk asks with a header that no bucket should see; needs `tickets.read`. */
    async deskShow(ctx) {
      const row = await files().any(String(ctx.params.id));
      if (!row) throw notFound();
      const of = { kind: 'access' as const, what: `file ${row.id}`, action: 'downloaded' as const, customerId: row.ownerKind === 'customer' ? row.ownerId : null };
      getService(strapi, 'audit-log', auditLog).noteSoon(authorOf(ctx), of, `file:${agent(ctx).id}:${row.id}:${thisHour()}`);
      answerBytes(ctx, row, await files().bytes(row));
    },
  };
};
