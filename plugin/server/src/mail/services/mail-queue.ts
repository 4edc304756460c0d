import type { SentMail } from '../../../../contracts/mail';
import { claimDue, retryAt } from '../../platform/claim';
import { after, minutes, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { portalAddress, publicOrigin } from '../../platform/public-address';
import { queueRunner } from '../../platform/queue-runner';
import { rows } from '../../platform/rows';
import { storedJson } from '../../platform/statements';
import { insertRow, insertRowsOnce } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import { sealingSecret } from '../../platform/secrets';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { envelopeOf } from '../envelope';
import type { Concerning, Sender } from '../envelope';
import { letterHtml, letterText } from '../letter';
import type { Letter } from '../letter';
import { headerOf, mailSender } from './mail-sender';
import type { Leaving } from '../leave-token';
import { recipientRefusal } from '../recipient-refusal';
import { bouncedAddresses } from './bounced-addresses';

export interface MailRow extends Row {
  key: string;
  to: string;
  subject: string;
  text: string | null;
  html: string | null;
  headers: Record<string, string>;
  messageId: string;
  ticketId: number | null;
  /** `kept`: shown in the mailbox and never sent. `withheld`: to an address that takes no mail. `dropped`: given up by an admin. */
  state: 'queued' | 'sent' | 'failed' | 'kept' | 'withheld' | 'dropped';
  /** What it is about; null for what somebody just asked for, such as a link to sign in again. */
  kind: string | null;
  attempts: number;
  availableAt: Date;
  lockedUntil: Date | null;
  sentAt: Date | null;
  lastError: string | null;
}

/** A letter with its address. `key` names its occasion: the same key is sent once. */
export interface OutgoingMail {
  key: string;
  to: string;
  letter: Letter;
  concerning?: Concerning;
  /** Which mails end when he leaves them. Without it: he just asked for this one himself. */
  leaving?: Leaving;
  /** Not before; at once when it is not said. */
  notBefore?: Date | null;
}

const maxAttempts = 10;
/** What sending needs of a mail. */
type Unsent = Pick<MailRow, 'id' | 'to' | 'subject' | 'text' | 'html' | 'headers' | 'messageId' | 'attempts' | 'kind'>;
// One at a time: a slow server must not outlast the lease of mails that wait behind, or they go out twice.
const due = { table: 'portal_mails', columns: ['id', 'to', 'subject', 'text', 'html', 'headers', 'message_id as messageId', 'attempts', 'kind'], state: 'queued', limit: 1, leaseMs: minutes(2) };

/** A queue in the database: a mail is written with the change that causes it, and sent after. */
export const mailQueue = ({ strapi }: { strapi: Strapi }) => {
  const mails = rows<MailRow>(strapi, 'mail');
  const keeps = (): boolean => strapi.config.get('plugin::portal.mail.transport') === 'mailbox';

  const bounced = () => getService(strapi, 'bounced-addresses', bouncedAddresses);
  const sender = (): Sender => ({
    secret: sealingSecret(strapi),
    hostname: new URL(publicOrigin(strapi)).hostname,
    inbox: strapi.config.get<string>('plugin::portal.mail.inbound.address', ''),
    leavePage: portalAddress(strapi, '/unsubscribe'),
  });

  /** Where answers go: to the request by the token of this mail, else where the desk wants them. */
  const hand = ({ to, subject, text, html, messageId, headers: { 'Reply-To': sealed, ...headers } }: Unsent): Promise<void> => {
    const { from, replyTo } = getService(strapi, 'mail-sender', mailSender).now();
    // Both keep vacation answers away from our mails (RFC 3834, and Exchange's own).
    const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };
    return strapi.plugin('email').service('email').send({ from: headerOf(from), replyTo: sealed ?? (replyTo || headerOf(from)), to, subject, text, html, messageId, headers: { ...headers, ...automatic } });
  };

  /** The server will never take it: to ask again would only harm our name there. */
  const refusedFor = async (mail: Unsent, detail: string): Promise<void> => {
    await bounced().markBounced(mail.to, 'hard', detail);
    await settle(mail, { state: 'failed', attempts: mail.attempts + 1, lastError: detail });
  };

  const failed = async (mail: Unsent, error: unknown): Promise<void> => {
    const attempts = mail.attempts + 1;
    const lastError = saidBy(error);
    strapi.log.error(`Mail ${mail.messageId} could not be sent (attempt ${attempts}): ${lastError}. Check SMTP_HOST and its login.`);
    const refusal = recipientRefusal(error);
    if (refusal) return refusedFor(mail, refusal.detail || lastError);
    await settle(mail, { state: attempts >= maxAttempts ? 'failed' : 'queued', attempts, availableAt: retryAt(attempts), lastError });
  };

  // A sent mail may hold a password link, its headers sealed tokens; only that it was sent is worth keeping.
  const settleSent = (mail: Unsent) => settle(mail, { state: 'sent', sentAt: now(), text: null, html: null, headers: {}, lastError: null });

  const send = async (mail: Unsent): Promise<void> => {
    const bounce = mail.kind === null ? null : await bounced().of(mail.to);
    if (bounce?.kind === 'hard') return void (await settle(mail, { state: 'withheld', text: null, html: null, lastError: bounce.detail }));
    try {
      await hand(mail);
    } catch (error) {
      return failed(mail, error);
    }
    await settleSent(mail);
  };

  const settle = (mail: Unsent, data: Partial<MailRow>) =>
    mails.updateMany({ where: { id: mail.id }, data: { ...data, lockedUntil: null } });

  const { runDue: sendDue, runSoon: sendSoon, stop } = queueRunner(strapi, {
    claim: async () => (keeps() ? [] : claimDue<Unsent>(strapi, due)),
    work: (mail) => send({ ...mail, headers: storedJson<MailRow['headers']>(mail.headers) }),
  });

  const rowOf = (from: Sender) => ({ key, to, letter, concerning, leaving, notBefore }: OutgoingMail): Partial<MailRow> => {
    const footer = getService(strapi, 'mail-sender', mailSender).now().footer[letter.language ?? 'en'];
    const words = { subject: letter.subject, text: letterText(letter, footer), html: letterHtml(letter, footer) };
    return { key, to, ...words, ...envelopeOf({ key, concerning, leaving }, from), ticketId: concerning?.ticketId ?? null, kind: leaving?.kind ?? (concerning ? 'invited' : null), state: keeps() ? 'kept' : 'queued', attempts: 0, availableAt: notBefore ?? now() };
  };

  return {
    /**
     * Writes mails, all or none, in the caller's transaction if there is one. A key that exists is left as it
     * is. Call `sendSoon` after the commit, or leave it to the job.
     */
    enqueue: async (letters: OutgoingMail[]): Promise<void> => void (await insertRowsOnce<MailRow, 'key'>(strapi, 'mail', letters.map(rowOf(sender())), 'key')),

    /** Sends one mail before it answers, and once only: whoever waits for it can try again himself. */
    async sendNow(outgoing: OutgoingMail): Promise<SentMail> {
      // Held for longer than the server may take, so that the queue does not send it as well.
      const row = { ...rowOf(sender())(outgoing), lockedUntil: after(now(), minutes(10)) } as MailRow;
      const mail = { ...row, id: await insertRow<MailRow>(strapi, 'mail', row) };
      if (mail.state === 'kept') return { to: mail.to, state: 'kept', error: null };
      try {
        await hand(mail);
      } catch (problem) {
        const error = saidBy(problem);
        await settle(mail, { state: 'failed', attempts: 1, text: null, html: null, lastError: error });
        return { to: mail.to, state: 'failed', error };
      }
      await settleSent(mail);
      return { to: mail.to, state: 'sent', error: null };
    },

    sendDue,
    sendSoon,
    stop,
    /** What envelopes are made with. */
    sender,
    /** The newest kept mails; empty where mails are really sent. */
    kept: async (limit: number): Promise<MailRow[]> => (keeps() ? mails.findMany({ where: { state: 'kept' }, orderBy: { id: 'desc' }, limit }) : []),
    keeps,
  };
};
