import { createHash } from 'node:crypto';
import { replyTokenIn } from '../mail/reply-address';
import { addressesIn, valueOf, valuesOf } from './mail-head';
import type { Header } from './mail-head';

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** Our inbox itself, or an address of it with a token. */
export const isOurs = (address: string, inbox: string): boolean => address === inbox.toLowerCase() || replyTokenIn(address)?.inbox === inbox.toLowerCase();

const deliveryHeaders = ['x-original-to', 'delivered-to', 'envelope-to', 'x-envelope-to'];

/**
 * Which addresses of ours a mail was delivered to: what the server that took it says, else what the headers of
 * its delivery say, else whom it names.
 */
export const deliveredTo = (headers: Header[], envelope: string[], inbox: string): string[] => {
  const ours = (texts: string[]): string[] => [...new Set(texts.flatMap(addressesIn))].filter((address) => isOurs(address, inbox)).sort();
  const told = ours(envelope);
  const delivered = told.length > 0 ? told : ours(deliveryHeaders.flatMap((name) => valuesOf(headers, name)));
  return delivered.length > 0 ? delivered : ours(['to', 'cc'].flatMap((name) => valuesOf(headers, name)));
};

/**
 * Tells mails apart. The same Message-ID to the same address from the same sender at the same time is one mail,
 * also when servers on its way added lines to it; without a Message-ID its bytes are what it is.
 */
export const fingerprintOf = (headers: Header[], bytes: Buffer, recipients: string[]): string => {
  const [messageId, from, date] = [valueOf(headers, 'message-id'), valueOf(headers, 'from'), valueOf(headers, 'date')];
  const identity = messageId === '' ? ['bytes', sha256(bytes)] : ['message', messageId, from, date];
  return sha256(JSON.stringify([...identity, ...recipients]));
};

/** The hash of a mail's bytes. */
export const hashOf = (bytes: Buffer): string => sha256(bytes);
