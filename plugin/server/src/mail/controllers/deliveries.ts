import type { Context } from 'koa';
import { testMail } from '../../../../contracts/mail';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { deliveries as service } from '../services/deliveries';

/** Whether mails arrive: `/portal/settings/…`. Needs `mail.manage`. */
export const deliveries: ControllerFactory = ({ strapi }) => ({
  /** POST /portal/settings/test-mails `{ language }` → SentMail, to the address of whoever asks and to no other. What the mail server says is an answer, not an error. */
  async test(ctx) {
    const { language } = validate(testMail, (ctx.request as Context['request'] & { body?: unknown }).body);
    answer(ctx, await getService(strapi, 'deliveries', service).test((ctx.state.user as { email: string }).email, language));
  },
});
