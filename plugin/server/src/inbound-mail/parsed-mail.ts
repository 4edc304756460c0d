import type { ParsedMail as Parsed, Attachment } from 'mailparser';
import { withoutTurns } from '../../../contracts/one-line';
import { addressesIn, headersOf, messageIdsIn, valueOf, valuesOf } from './mail-head';
import { saidBy } from '../platform/said-by';
import type { Header } from './mail-head';

/** A part of a mail that is no text of it. */
export interface MailFile {
  name: string;
  mime: string;
  bytes: Buffer;
  /** By which the text shows it in its place; null for what was attached. */
  cid: string | null;
}

/** A received mail, taken apart; nothing in it is trusted. */
export interface ReceivedMail {
  bytes: Buffer;
  headers: Header[];
  messageId: string;
  /** Message-IDs of what it answers, the nearest first. */
  answers: string[];
  /** Everybody in `From`; one, in a mail that is in order. */
  from: { name: string; address: string }[];
  /** All addresses it was sent to, as far as anything tells. */
  recipients: string[];
  subject: string;
  text: string;
  html: string;
  files: MailFile[];
  /** `multipart/report` and the like: the type of the whole in small letters, with its parameters. */
  type: string;
  parameters: Record<string, string>;
}

/** What no program can take apart; trying again does not help. */
export class UnreadableMail extends Error {}

/** The first value of a header; empty where there is none. */
export const header = ({ headers }: ReceivedMail, name: string): string => valueOf(headers, name);

const clean = (text: string | undefined | false): string => (text || '').replaceAll('\0', '').toWellFormed();

const fileOf = (part: Attachment): MailFile => {
  const extension = part.contentType === 'message/rfc822' ? '.eml' : '';
  return { name: clean(part.filename) || `part-${part.partId ?? '1'}${extension}`, mime: part.contentType.toLowerCase(), bytes: part.content, cid: part.cid ?? null };
};

const contentTypeOf = (parsed: Parsed): { type: string; parameters: Record<string, string> } => {
  const value = parsed.headers.get('content-type');
  if (!value || typeof value === 'string' || !('params' in value)) return { type: 'text/plain', parameters: {} };
  const { value: type, params } = value as { value: string; params: Record<string, string> };
  return { type: type.toLowerCase(), parameters: Object.fromEntries(Object.entries(params).map(([name, each]) => [name.toLowerCase(), String(each).toLowerCase()])) };
};

const recipientsOf = (headers: Header[], envelope: string[]): string[] =>
  [...new Set([...envelope, ...['x-original-to', 'delivered-to', 'envelope-to', 'to', 'cc'].flatMap((name) => valuesOf(headers, name))].flatMap(addressesIn))].slice(0, 500);

const fromOf = (parsed: Parsed): ReceivedMail['from'] =>
  (parsed.from?.value ?? []).flatMap(({ address, name, group }) => (group ?? [{ address, name }]).map((each) => ({ address: clean(each.address).toLowerCase(), name: withoutTurns(clean(each.name)).slice(0, 100) }))).filter(({ address }) => address !== '');

/** Takes a mail apart. Rejects with `UnreadableMail` for what is none. */
export const parseMail = async (bytes: Buffer, envelope: string[]): Promise<ReceivedMail> => {
  // Only where a mail came: nobody else needs to wait for it at the start.
  const { simpleParser } = await import('mailparser');
  const parsed = await simpleParser(bytes, { skipTextToHtml: true, skipHtmlToText: true, keepCidLinks: true, keepDeliveryStatus: true, ignoreEmbedded: true, checksumAlgo: false }).catch((error: unknown) => {
    throw new UnreadableMail(saidBy(error));
  });
  const headers = headersOf(bytes);
  const answers = [...messageIdsIn(valueOf(headers, 'in-reply-to')), ...messageIdsIn(valueOf(headers, 'references')).reverse()];
  return {
    bytes,
    headers,
    messageId: valueOf(headers, 'message-id'),
    answers: [...new Set(answers)],
    from: fromOf(parsed),
    recipients: recipientsOf(headers, envelope),
    subject: withoutTurns(clean(parsed.subject)).replace(/\s+/g, ' ').trim(),
    text: clean(parsed.text),
    html: clean(parsed.html),
    files: parsed.attachments.map(fileOf),
    ...contentTypeOf(parsed),
  };
};
