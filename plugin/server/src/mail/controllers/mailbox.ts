import { answer } from '../../platform/answer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { mailQueue } from '../services/mail-queue';
import { mailSender } from '../services/mail-sender';
import type { MailRow } from '../services/mail-queue';

const toMail = (from: string) => ({ to, subject, text, html, headers, messageId, createdAt }: MailRow) => ({
  to,
  from,
  subject,
  text,
  html,
  headers,
  messageId,
  createdAt,
});

/** The mails that development keeps back: `mailbox`. */
export const mailbox: ControllerFactory = ({ strapi }) => ({
  /** GET mailbox: the newest 200 mails that development kept back; 404 where mails are sent. */
  async index(ctx) {
    const queue = getService(strapi, 'mail-queue', mailQueue);
    if (!queue.keeps()) throw notFound();
    answer(ctx, (await queue.kept(200)).map(toMail(getService(strapi, 'mail-sender', mailSender).now().from)));
  },
});
