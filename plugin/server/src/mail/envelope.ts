import { hashToken } from '../platform/tokens';
import { replyAddress, replyKey, sealReply, sealedMessageId } from './reply-address';
import { sealLeaving } from './leave-token';
import type { Leaving } from './leave-token';

/** The ticket that a mail is about. Mails to a customer about it are one thread. */
export interface Concerning {
  /** The ticket's reference. */
  reference: string;
  ticketId: number;
  /** Null for somebody without an account. */
  customerId: number | null;
  /** The first of the thread, which the others point to. */
  opens: boolean;
  /** An answer by mail is taken. */
  answerable: boolean;
}
/** What makes Message-IDs and addresses: the same on every node. */
export interface Sender {
  secret: string;
  hostname: string;
  /** Where mail comes in; empty where none is taken. */
  inbox: string;
  /** Page where somebody leaves mails, before its token. */
  leavePage: string;
}
/** What goes with a letter beside its words. */
export interface Envelope {
  messageId: string;
  headers: Record<string, string>;
}
interface Occasion {
  key: string;
  concerning?: Concerning | undefined;
  leaving?: Leaving | undefined;
}

const occasionOf = (text: string): string => hashToken(text).slice(0, 32);

/** Where the thread begins: for a customer the id of the mail that opens it, which no query is needed to know. */
const rootOf = ({ reference, ticketId, customerId }: Concerning, { secret, hostname }: Sender): string =>
  customerId === null ? `<${reference.toLowerCase()}@${hostname}>` : sealedMessageId(sealReply({ ticketId, customerId }, replyKey(secret)), occasionOf(reference), hostname);

const messageIdOf = ({ key, concerning }: Occasion, sender: Sender): string => {
  if (!concerning || concerning.customerId === null) return `<${occasionOf(key)}@${sender.hostname}>`;
  if (concerning.opens) return rootOf(concerning, sender);
  const { ticketId, customerId } = concerning;
  return sealedMessageId(sealReply({ ticketId, customerId }, replyKey(sender.secret)), occasionOf(key), sender.hostname);
};

const threadHeaders = (concerning: Concerning | undefined, sender: Sender): Record<string, string> => {
  if (!concerning || (concerning.opens && concerning.customerId !== null)) return {};
  const root = rootOf(concerning, sender);
  return { References: root, 'In-Reply-To': root };
};

const replyHeaders = (concerning: Concerning | undefined, { inbox, secret }: Sender): Record<string, string> => {
  if (!concerning?.answerable || concerning.customerId === null || inbox === '') return {};
  const { ticketId, customerId } = concerning;
  return { 'Reply-To': replyAddress(inbox, sealReply({ ticketId, customerId }, replyKey(secret))) };
};

/** The address at which whoever has it ends mails of this kind to this customer. */
export const leaveAddress = (leaving: Leaving, { leavePage, secret }: Pick<Sender, 'leavePage' | 'secret'>): string => `${leavePage}/${sealLeaving(leaving, secret)}`;

/** One click ends these mails (RFC 8058), which it may promise only over https. */
const leaveHeaders = (leaving: Leaving | undefined, sender: Sender): Record<string, string> => {
  if (!leaving) return {};
  const address = leaveAddress(leaving, sender);
  return { 'List-Unsubscribe': `<${address}>`, ...(address.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}) };
};

/** Message-ID and headers of a mail. They follow from its occasion alone, so a mail that is sent again is the same mail. */
export const envelopeOf = (occasion: Occasion, sender: Sender): Envelope => ({
  messageId: messageIdOf(occasion, sender),
  headers: { ...threadHeaders(occasion.concerning, sender), ...replyHeaders(occasion.concerning, sender), ...leaveHeaders(occasion.leaving, sender) },
});
