import { claimDue, retryAt } from '../../platform/claim';
import { inPresent, minutes, now } from '../../platform/clock';
import { oneAtATime } from '../../platform/one-at-a-time';
import { publicOrigin } from '../../platform/public-address';
import { rows } from '../../platform/rows';
import { storedJson } from '../../platform/statements';
import { insertRowsOnce } from '../../platform/write-rows';
import { hashToken } from '../../platform/tokens';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { letterHtml, letterText } from '../letter';
import type { Letter } from '../letter';

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

  const send = async (mail: Unsent): Promise<void> => {
    const from = strapi.config.get<string>('plugin::portal.mail.from');
    const { to, subject, text, html, headers, messageId } = mail;
    try {
      // `Auto-Submitted` keeps vacation answers away from our mails (RFC 3834).
      await strapi.plugin('email').service('email').send({ from, to, subject, text, html, messageId, headers: { ...headers, 'Auto-Submitted': 'auto-generated' } });
      // A sent mail may hold a password link; only that it was sent is worth keeping.
      await settle(mail, { state: 'sent', sentAt: now(), text: null, html: null, lastError: null });
    } catch (error) {
      const attempts = mail.attempts + 1;
      const lastError = error instanceof Error ? error.message : String(error);
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
    const text = { subject: letter.subject, text: letterText(letter), html: letterHtml(letter), headers: threadHeaders(thread), messageId };
    return { key, to, ...text, state: keeps() ? 'kept' : 'queued', attempts: 0, availableAt: now() };
  };

  return {
    /**
     * Writes mails, all or none, in the caller's transaction if there is one. A key that exists is left as it
     * is. Call `sendSoon` after the commit, or leave it to the job.
     */
    enqueue: (letters: OutgoingMail[]): Promise<void> => insertRowsOnce<MailRow>(strapi, 'mail', letters.map(rowOf), 'key'),

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
