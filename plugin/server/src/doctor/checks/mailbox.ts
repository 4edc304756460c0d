import type { ImapFlow } from 'imapflow';
import { inboundSettings, receivesMail } from '../../inbound-mail/inbound-settings';
import type { InboundSettings } from '../../inbound-mail/inbound-settings';
import { seconds } from '../../platform/clock';
import type { Check, Verdict } from '../verdict';
import { broken, reasonOf, together, well } from '../verdict';

const patienceMs = seconds(8);

const remedyFor = (error: unknown): string =>
  (error as { authenticationFailed?: boolean }).authenticationFailed
    ? 'Set PORTAL_IMAP_USER and PORTAL_IMAP_PASSWORD to a login that the server takes; many providers want a password made for one app.'
    : 'See that PORTAL_IMAP_HOST, PORTAL_IMAP_PORT (993 with PORTAL_IMAP_SECURE=true, 143 without) are what your provider names, and that a firewall lets this machine through.';

const folderFault = async (client: ImapFlow, name: string, variable: string): Promise<Verdict | null> => {
  if (name === '') return null;
  const found = await client.status(name, { messages: true }).catch(() => null);
  return found ? null : broken(`There is no mailbox "${name}" at the server.`, `Make it there, or set ${variable} to one that exists.`);
};

/** Signs in, looks at the mailboxes, and marks nothing as read. */
const look = async ({ imap: { host, port, secure, user, password, mailbox, doneMailbox } }: InboundSettings): Promise<Verdict> => {
  // Only where a mailbox is watched.
  const { ImapFlow: Client } = await import('imapflow');
  const client = new Client({ host, port, secure, auth: { user, pass: password }, logger: false, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs });
  // Without a listener a broken line would end the process; what is asked fails of itself.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const faults = [await folderFault(client, mailbox, 'PORTAL_IMAP_MAILBOX'), await folderFault(client, doneMailbox, 'PORTAL_IMAP_DONE_MAILBOX')];
    return together(faults, `The mailbox ${mailbox} of ${user} at ${host}:${port} can be read.`);
  } catch (error) {
    const { responseText } = error as { responseText?: string };
    return broken(`The mailbox of ${user} at ${host}:${port} cannot be read: ${responseText ?? reasonOf(error)}.`, remedyFor(error));
  } finally {
    client.close();
  }
};

/** Whether mails of customers come in, where they may write at all. */
export const mailbox: Check = async (strapi) => {
  if (!receivesMail(strapi)) return well('No mail comes in: mail.inbound.address is empty.');
  const settings = inboundSettings(strapi);
  if (settings.imap.host === '') return well(`Mails to ${settings.address} are handed in by a webhook.`);
  return look(settings);
};
