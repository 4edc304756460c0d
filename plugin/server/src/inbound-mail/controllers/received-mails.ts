import { Readable } from 'node:stream';
import type { Context } from 'koa';
import { mailAdmission, receivedMailQuery } from '../../../../contracts/inbound-mail';
import { authorOf, thisHour } from '../../audit/author';
import { auditLog } from '../../audit/services/audit-log';
import { answerBytes } from '../../conversation/file-answer';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { receivedMails as service } from '../services/received-mails';

/** Received mails for admins: `/portal/received-mails`. */
export const receivedMails: ControllerFactory = ({ strapi }) => {
  const mails = () => getService(strapi, 'received-mails', service);
  const idOf = (ctx: Context): string => String(ctx.params.id);
  const show = async (ctx: Context): Promise<void> => answer(ctx, await mails().show(idOf(ctx)));
  /** Not whose mail it is: most are held because nobody knows that. */
  const note = (ctx: Context, action: 'viewed' | 'downloaded'): void =>
    getService(strapi, 'audit-log', auditLog).noteSoon(authorOf(ctx), { kind: 'access', what: `received mail ${idOf(ctx).slice(0, 12)}`, action }, `mail:${action}:${authorOf(ctx).id}:${idOf(ctx)}:${thisHour()}`);

  return {
    /** GET /portal/received-mails → a page, the latest first, those that are held unless said otherwise; needs `received-mails.read`. */
    async index(ctx) {
      const { data, pagination } = await mails().page(validate(receivedMailQuery, ctx.query));
      answer(ctx, data, { pagination });
    },

    /** GET /portal/received-mails/:id → its text and what each step found; needs `received-mails.read`. */
    async show(ctx) {
      await show(ctx);
      note(ctx, 'viewed');
    },

    /** GET /portal/received-mails/:id/raw → its bytes, to save; needs `received-mails.read`. */
    async raw(ctx) {
      const { bytes, ...file } = await mails().raw(idOf(ctx));
      answerBytes(ctx, file, Readable.from([bytes]));
      note(ctx, 'downloaded');
    },

    /** POST /portal/received-mails/:id/runs → as it is after; 409 `mail_settled`; needs `received-mails.manage`. */
    async run(ctx) {
      await mails().runAgain(idOf(ctx), authorOf(ctx));
      await show(ctx);
    },

    /** POST /portal/received-mails/:id/admission → as it is after; 409 `mail_settled`; needs `received-mails.manage`. */
    async admit(ctx) {
      await mails().admit(idOf(ctx), validate(mailAdmission, bodyOf(ctx)), authorOf(ctx));
      await show(ctx);
    },

    /** POST /portal/received-mails/:id/discard → as it is after; 409 `mail_settled`; needs `received-mails.manage`. */
    async discard(ctx) {
      await mails().discard(idOf(ctx), authorOf(ctx));
      await show(ctx);
    },
  };
};
