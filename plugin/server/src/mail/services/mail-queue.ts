import { claimDue, retryAt } from '../../platform/claim';
import { inPresent, minutes, now } from '../../platform/clock';
import { oneAtATime } from '../../platform/one-at-a-time';
import { publicOrigin } from '../../platform/public-address';
import { rows } from '../../platform/rows';
import { insertRowOnce } from '../../platform/write-rows';
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
  claim: string | null;
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

  const send = async (mail: MailRow): Promise<void> => {
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

  const settle = (mail: MailRow, data: Partial<MailRow>) =>
    mails.updateMany({ where: { id: mail.id }, data: { ...data, claim: null, lockedUntil: null } });

  const sending = oneAtATime(async () => {
    while (!keeps() && !stopped) {
      // One at a time: a slow server must not outlast the lease of mails that wait behind, or they go out twice.
      const claim = await claimDue(strapi, 'portal_mails', ['queued'], 1, minutes(2));
      const mail = await mails.findOne({ where: { claim } });
      if (!mail) return;
      await send(mail);
    }
  });

  return {
    /**
     * Writes a mail, in the caller's transaction if there is one. A key that exists is left as it is.
     * Call `sendSoon` after the commit, or leave it to the job.
     */
    async enqueue({ key, to, letter, thread }: OutgoingMail): Promise<void> {
      const messageId = `<${hashToken(key).slice(0, 32)}@${new URL(publicOrigin(strapi)).hostname}>`;
      const text = { subject: letter.subject, text: letterText(letter), html: letterHtml(letter), headers: threadHeaders(thread), messageId };
      const row = { key, to, ...text, state: keeps() ? 'kept' : 'queued', attempts: 0, availableAt: now() } as const;
      await insertRowOnce<MailRow>(strapi, 'mail', row, 'key');
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
