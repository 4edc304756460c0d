import type { SentMail } from '../../../../contracts/mail';
import { claimDue, retryAt } from '../../platform/claim';
import { after, inPresent, minutes, now } from '../../platform/clock';
import { oneAtATime } from '../../platform/one-at-a-time';
import { publicOrigin } from '../../platform/public-address';
import { rows } from '../../platform/rows';
import { storedJson } from '../../platform/statements';
import { insertRow, insertRowsOnce } from '../../platform/write-rows';
import { getService } from '../../platform/get-service';
import { hashToken } from '../../platform/tokens';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { letterHtml, letterText } from '../letter';
import type { Letter } from '../letter';
import { headerOf, mailSender } from './mail-sender';

export interface MailRow extends Row {
  key: string;
  to: string;
  subject: string;
  text: string | null;
  html: string | null;
  headers: Record<string, string>;
  messageId: string;
  /** `kept`: shown in the mailbox and never sent. */
  state: 'queued' | 'sent' | 'failed' | 'kept';
  attempts: number;
  availableAt: Date;
  lockedUntil: Date | null;
  sentAt: Date | null;
  lastError: string | null;
}

/** A letter with its address. `key` names its occasion: the same key is sent once. `thread` groups a ticket's mails. */
export interface OutgoingMail {
  key: string;
  to: string;
  letter: Letter;
  thread?: string;
}

const maxAttempts = 10;
/** What sending needs of a mail. */
type Unsent = Pick<MailRow, 'id' | 'to' | 'subject' | 'text' | 'html' | 'headers' | 'messageId' | 'attempts'>;
// One at a time: a slow server must not outlast the lease of mails that wait behind, or they go out twice.
const due = { table: 'portal_mails', columns: ['id', 'to', 'subject', 'text', 'html', 'headers', 'message_id as messageId', 'attempts'], state: 'queued', limit: 1, leaseMs: minutes(2) };

/** A queue in the database: a mail is written with the change that causes it, and sent after. */
export const mailQueue = ({ strapi }: { strapi: Strapi }) => {
  const mails = rows<MailRow>(strapi, 'mail');
  let stopped = false;
  const keeps = (): boolean => strapi.config.get('plugin::portal.mail.transport') === 'mailbox';

  const threadHeaders = (thread: string | undefined): Record<string, string> => {
    if (!thread) return {};
    const root = `<${thread.toLowerCase()}@${new URL(publicOrigin(strapi)).hostname}>`;
    return { References: root, 'In-Reply-To': root };
  };

  /** Hands a mail over; answers what the server said against it, or null. */
  const post = async ({ to, subject, text, html, headers, messageId }: Unsent): Promise<string | null> => {
    const { from, replyTo } = getService(strapi, 'mail-sender', mailSender).now();
    // `Auto-Submitted` keeps vacation answers away from our mails (RFC 3834).
    const mail = { from: headerOf(from), replyTo: replyTo || headerOf(from), to, subject, text, html, messageId, headers: { ...headers, 'Auto-Submitted': 'auto-generated' } };
    try {
      await strapi.plugin('email').service('email').send(mail);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };

  // A sent mail may hold a password link; only that it was sent is worth keeping.
  const settleSent = (mail: Unsent) => settle(mail, { state: 'sent', sentAt: now(), text: null, html: null, lastError: null });

  const send = async (mail: Unsent): Promise<void> => {
    const lastError = await post(mail);
    if (lastError === null) await settleSent(mail);
    else {
      const attempts = mail.attempts + 1;
      strapi.log.error(`Mail ${mail.messageId} could not be sent (attempt ${attempts}): ${lastError}. Check SMTP_HOST and its login.`);
      await settle(mail, { state: attempts >= maxAttempts ? 'failed' : 'queued', attempts, availableAt: retryAt(attempts), lastError });
    }
  };

  const settle = (mail: Unsent, data: Partial<MailRow>) =>
    mails.updateMany({ where: { id: mail.id }, data: { ...data, lockedUntil: null } });

  const sending = oneAtATime(async () => {
    while (!keeps() && !stopped) {
      const [mail] = await claimDue<Unsent>(strapi, due);
      if (!mail) return;
      await send({ ...mail, headers: storedJson<MailRow['headers']>(mail.headers) });
    }
  });

  const rowOf = ({ key, to, letter, thread }: OutgoingMail): Partial<MailRow> => {
    const messageId = `<${hashToken(key).slice(0, 32)}@${new URL(publicOrigin(strapi)).hostname}>`;
    const footer = getService(strapi, 'mail-sender', mailSender).now().footer[letter.language ?? 'en'];
    const text = { subject: letter.subject, text: letterText(letter, footer), html: letterHtml(letter, footer), headers: threadHeaders(thread), messageId };
    return { key, to, ...text, state: keeps() ? 'kept' : 'queued', attempts: 0, availableAt: now() };
  };

  return {
    /**
     * Writes mails, all or none, in the caller's transaction if there is one. A key that exists is left as it
     * is. Call `sendSoon` after the commit, or leave it to the job.
     */
    enqueue: (letters: OutgoingMail[]): Promise<void> => insertRowsOnce<MailRow>(strapi, 'mail', letters.map(rowOf), 'key'),

    /** Sends one mail before it answers, and once only: whoever waits for it can try again himself. */
    async sendNow(outgoing: OutgoingMail): Promise<SentMail> {
      // Held for longer than the server may take, so that the queue does not send it as well.
      const row = { ...rowOf(outgoing), lockedUntil: after(now(), minutes(10)) } as MailRow;
      const mail = { ...row, id: await insertRow<MailRow>(strapi, 'mail', row) };
      if (mail.state === 'kept') return { to: mail.to, state: 'kept', error: null };
      const error = await post(mail);
      await (error === null ? settleSent(mail) : settle(mail, { state: 'failed', attempts: 1, text: null, html: null, lastError: error }));
      return { to: mail.to, state: error === null ? 'sent' : 'failed', error };
    },

    /** Sends all that is due and resolves when it has; failures stay queued with growing pauses. */
    sendDue: sending.run,

    /** Begins to send what is due. Nobody who has other work should wait for a mail server. */
    sendSoon: (): void => void inPresent(sending.run).catch((error) => strapi.log.error(error)),

    /** Begins no further mail and resolves once the one under way is settled. */
    async stop(): Promise<void> {
      stopped = true;
      await sending.idle();
    },

    /** The newest kept mails; empty where mails are really sent. */
    kept: async (limit: number): Promise<MailRow[]> => (keeps() ? mails.findMany({ where: { state: 'kept' }, orderBy: { id: 'desc' }, limit }) : []),
    keeps,
  };
};
