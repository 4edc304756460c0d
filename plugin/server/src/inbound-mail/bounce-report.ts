import { headersOf, messageIdsIn, valueOf } from './mail-head';
import { header } from './parsed-mail';
import type { ReceivedMail } from './parsed-mail';

/** A mail server's word about a mail of ours. */
export interface Report {
  kind: 'hard' | 'soft' | 'delay' | 'receipt';
  detail: string;
  /** Message-IDs of what came back. */
  returned: string[];
}

const partsOf = ({ files }: ReceivedMail, type: RegExp): string[] => files.filter(({ mime }) => type.test(mime)).map(({ bytes }) => bytes.toString('utf8').slice(0, 100_000));

/** Message-IDs in the mail that came back, wherever the server put it: as a part, or as text. */
const returnedIds = (mail: ReceivedMail): string[] => {
  const heads = mail.files.filter(({ mime }) => /^(message\/(rfc822|global)|text\/rfc822-headers)/.test(mime)).map(({ bytes }) => valueOf(headersOf(bytes), 'message-id'));
  const inText = [...mail.text.slice(0, 200_000).matchAll(/^\W{0,4}message-id:\s*(<[^<>\s]+>)/gim)].map(([, id]) => id ?? '');
  const ids = [...heads, ...inText].flatMap(messageIdsIn);
  // Some return nothing and answer it as a mail program would.
  return [...new Set(ids.length > 0 ? ids : mail.answers)].slice(0, 20);
};

/** `5.1.1` and the like in a text: the class decides, but a full mailbox may be emptied. */
const kindOf = (status: string): 'hard' | 'soft' => (/^5\.(?!2\.2\b)/.test(status) ? 'hard' : 'soft');
const statusIn = (text: string): string => /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? (/\b(4)[0-5]\d[ -]/.test(text) && !/\b5[0-5]\d[ -]/.test(text) ? '4.0.0' : '5.0.0');

const fieldIn = (text: string, name: string): string => new RegExp(`^${name}:[ \\t]*(.+)$`, 'im').exec(text)?.[1]?.trim() ?? '';

const deliveryReport = (mail: ReceivedMail): Report | null => {
  const [status] = partsOf(mail, /^message\/(global-)?delivery-status$/);
  if (status === undefined) return null;
  const [action, code] = [fieldIn(status, 'Action').toLowerCase(), fieldIn(status, 'Status')];
  const detail = [fieldIn(status, 'Final-Recipient').replace(/^[^;]*;\s*/, ''), code, fieldIn(status, 'Diagnostic-Code')].filter((each) => each !== '').join(' ');
  if (/^(delayed|delivered|relayed|expanded)/.test(action)) return { kind: 'delay', detail: `${action} ${detail}`, returned: [] };
  return { kind: kindOf(code || statusIn(mail.text)), detail, returned: returnedIds(mail) };
};

/** Servers that write no report: by the header that one of them sets, or by who writes and to nobody (RFC 5321, 6.1). */
const plainBounce = (mail: ReceivedMail): Report | null => {
  const failed = header(mail, 'x-failed-recipients');
  const isServer = mail.from.some(({ address }) => /^(mailer-daemon|postmaster|mail-daemon)@/.test(address));
  const isReturned = isServer && (header(mail, 'return-path') === '<>' || header(mail, 'auto-submitted') !== '' || returnedIds(mail).length > 0);
  if (failed === '' && !isReturned) return null;
  return { kind: kindOf(statusIn(mail.text)), detail: failed || mail.subject, returned: returnedIds(mail) };
};

/** What a mail server reports; null for every other mail. */
export const reportOf = (mail: ReceivedMail): Report | null => {
  const kind = mail.type === 'multipart/report' ? mail.parameters['report-type'] : undefined;
  if (kind === 'disposition-notification' || partsOf(mail, /^message\/disposition-notification$/).length > 0) return { kind: 'receipt', detail: mail.subject, returned: [] };
  if (kind === 'feedback-report') return { kind: 'hard', detail: 'marked as junk by its reader', returned: returnedIds(mail) };
  return deliveryReport(mail) ?? plainBounce(mail);
};
