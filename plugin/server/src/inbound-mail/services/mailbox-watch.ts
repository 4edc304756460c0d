import type { ImapFlow } from 'imapflow';
import { after, minutes, now, seconds } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { oneAtATime } from '../../platform/one-at-a-time';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { faultPoint } from '../fault-point';
import { inboundSettings } from '../inbound-settings';
import { mailIntake } from './mail-intake';
import { mailboxLease } from './mailbox-lease';

const longestPause = minutes(5);
/** A server that forgot to tell is asked all the same. */
const askAgainMs = minutes(1);

/** Watches a mailbox over IMAP: what arrives there is stored, and only then marked or moved. */
export const mailboxWatch = ({ strapi }: { strapi: Strapi }) => {
  let client: ImapFlow | null = null;
  let [stopped, failures, nextTry, askedAt] = [false, 0, new Date(0), new Date(0)];
  const lease = () => getService(strapi, 'mailbox-lease', mailboxLease);
  const settings = () => inboundSettings(strapi).imap;

  const leave = (): void => {
    client?.close();
    client = null;
  };

  /** The mail of a number: all of it, or its head where it is too large. Null where somebody took it away meanwhile. */
  const fetched = async (from: ImapFlow, uid: number): Promise<{ bytes: Buffer; size?: number } | null> => {
    const about = await from.fetchOne(String(uid), { size: true }, { uid: true });
    if (!about) return null;
    const { size = 0 } = about;
    if (size <= inboundSettings(strapi).maxSize) {
      const whole = await from.fetchOne(String(uid), { source: true }, { uid: true });
      return whole && whole.source ? { bytes: whole.source } : null;
    }
    const head = await from.fetchOne(String(uid), { headers: true }, { uid: true });
    return head && head.headers ? { bytes: head.headers, size } : null;
  };

  const settle = async (at: ImapFlow, uid: number): Promise<void> => {
    const { doneMailbox } = settings();
    await at.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    if (doneMailbox !== '') await at.messageMove(String(uid), doneMailbox, { uid: true });
  };

  const takeIn = async (from: ImapFlow, uid: number): Promise<void> => {
    const mail = await fetched(from, uid);
    if (!mail) return;
    try {
      await getService(strapi, 'mail-intake', mailIntake).receive({ ...mail, via: 'imap', recipients: [] });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // What is no mail stays where it is, unread, for whoever looks into the mailbox.
      strapi.log.error(`Mail ${uid} in the mailbox could not be taken: ${error.message} It stays there, unread.`);
      return;
    }
    faultPoint('inbound-mail: fetched');
    if (mail.size === undefined) await settle(from, uid);
    faultPoint('inbound-mail: marked');
  };

  /** All that came since; at the first time what nobody has read. */
  const collect = async (from: ImapFlow): Promise<void> => {
    const { mailbox } = from;
    if (!mailbox) return;
    const [uidValidity, uidNext] = [String(mailbox.uidValidity), Number(mailbox.uidNext)];
    const last = await lease().readUpTo(uidValidity);
    const found = await from.search(last === null ? { seen: false } : { uid: `${last + 1}:*` }, { uid: true });
    // `n:*` names the last mail too, however low its number is.
    const news = (found || []).filter((uid) => uid > (last ?? 0)).sort((one, other) => one - other);
    for (const uid of news) {
      if (stopped || from !== client) return;
      await takeIn(from, uid);
      await lease().note(uidValidity, uid);
    }
    const upTo = Math.max(last ?? 0, news.at(-1) ?? 0, uidNext - 1);
    if (upTo !== (last ?? -1)) await lease().note(uidValidity, upTo);
  };

  const collecting = oneAtATime(async () => {
    if (client && !stopped) await collect(client);
    // Left to itself it would wait a quarter of a minute; the next command ends it.
    if (client && !stopped) void client.idle().catch(() => undefined);
  });

  const fail = (error: unknown): void => {
    leave();
    failures += 1;
    nextTry = after(now(), Math.min(seconds(2) * 2 ** (failures - 1), longestPause));
    strapi.log.error(`The mailbox ${settings().user}@${settings().host} cannot be read (attempt ${failures}): ${saidBy(error)}. It is tried again at ${nextTry.toISOString()}.`);
  };

  const collectNow = (): void => {
    askedAt = now();
    void collecting.run().catch(fail);
  };

  const connect = async (): Promise<void> => {
    // Only where a mailbox is watched.
    const { ImapFlow } = await import('imapflow');
    const { host, port, secure, user, password, mailbox } = settings();
    const opened = new ImapFlow({ host, port, secure, auth: { user, pass: password }, logger: false, disableAutoIdle: true, maxIdleTime: minutes(5), socketTimeout: minutes(10), connectionTimeout: seconds(20) });
    // Without a listener the first broken line would end the process; `close` follows it.
    opened.on('error', (error) => strapi.log.warn(`The line to the mailbox broke: ${error.message}`));
    opened.on('close', () => {
      if (client === opened) client = null;
    });
    opened.on('exists', () => client === opened && collectNow());
    await opened.connect();
    await opened.mailboxOpen(mailbox);
    client = opened;
    failures = 0;
    collectNow();
  };

  return {
    /**
     * Called again and again: connects where this node is the one to watch, lets go where it is not any more. New
     * mails are told by the server at once (IDLE).
     */
    async look(): Promise<void> {
      if (stopped) return;
      if (!(await lease().isMine())) return leave();
      if (client) return now() > after(askedAt, askAgainMs) ? collectNow() : undefined;
      if (now() < nextTry) return;
      await connect().catch(fail);
      // It may have been told to stop meanwhile.
      if (stopped) leave();
    },

    /** Ends the line, once a mail under way is stored. */
    async stop(): Promise<void> {
      stopped = true;
      await collecting.idle();
      if (!client) return;
      leave();
      await lease().giveBack();
    },
  };
};
