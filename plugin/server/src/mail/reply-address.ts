import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which ticket a mail is about, and to whom it was sent: what an answer to it may be taken for, if he wrote it. */
export interface ReplyTo {
  ticketId: number;
  customerId: number;
}

const macBytes = 10;
const length = 2 * (8 + macBytes);
const token = new RegExp(`^[0-9a-f]{${length}}$`);
// Hex, because mail servers may fold the case of an address, and its part before the @ has 64 characters at most.
const tagged = new RegExp(`^(.+)\\+r([0-9a-f]{${length}})(@.+)$`, 'i');
const inMessageId = new RegExp(`<([0-9a-f]{${length}})\\.[0-9a-f]+@[^>\\s]+>`, 'gi');

const macOf = (bytes: Buffer, key: Buffer): Buffer => createHmac('sha256', key).update(bytes).digest().subarray(0, macBytes);

/** The key of reply tokens, made of a secret of the installation, so that every node knows it and no other use of the secret does. */
export const replyKey = (secret: string): Buffer => createHmac('sha256', secret).update('portal: answers by mail').digest();

/** A token that nobody else can make. It says where an answer belongs, not who wrote it: the sender has to fit as well. */
export const sealReply = ({ ticketId, customerId }: ReplyTo, key: Buffer): string => {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(ticketId, 0);
  bytes.writeUInt32BE(customerId, 4);
  return Buffer.concat([bytes, macOf(bytes, key)]).toString('hex');
};

/** What a token says; null for every text that was not sealed with this key. */
export const openReply = (text: string, key: Buffer): ReplyTo | null => {
  const folded = text.toLowerCase();
  if (!token.test(folded)) return null;
  const bytes = Buffer.from(folded, 'hex');
  const content = bytes.subarray(0, 8);
  if (!timingSafeEqual(bytes.subarray(8), macOf(content, key))) return null;
  return { ticketId: content.readUInt32BE(0), customerId: content.readUInt32BE(4) };
};

/** `support@example.com` → `support+r<token>@example.com`, which arrives in the same mailbox. */
export const replyAddress = (inbox: string, sealed: string): string => inbox.replace('@', `+r${sealed}@`);

/** The token that an address carries, and the mailbox it belongs to; null where there is none. */
export const replyTokenIn = (address: string): { inbox: string; sealed: string } | null => {
  const found = tagged.exec(address.trim());
  return found ? { inbox: `${found[1]}${found[3]}`.toLowerCase(), sealed: (found[2] ?? '').toLowerCase() } : null;
};

/** A Message-ID that carries the token, for programs that answer elsewhere than they were asked to; `occasion` is hex and makes it the only one. */
export const sealedMessageId = (sealed: string, occasion: string, host: string): string => `<${sealed}.${occasion}@${host}>`;

/** The tokens in Message-IDs as `In-Reply-To` and `References` have them, in their order. */
export const replyTokensIn = (header: string): string[] => [...header.matchAll(inMessageId)].map(([, sealed = '']) => sealed.toLowerCase());
