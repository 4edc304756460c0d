import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import busboy from 'busboy';
import { Refusal } from '../platform/errors';
import { addressesIn } from './mail-head';
import type { DeliveredMail } from './services/mail-intake';

const malformed = (why: string): Refusal => new Refusal('mail_malformed', `${why} Nothing was kept.`);
const tooLarge = (maxSize: number): Refusal => new Refusal('mail_too_large', `A mail may have ${maxSize} bytes. Nothing was kept.`);

/** All of a body of at most so many bytes. */
const bodyOf = async (request: IncomingMessage, limit: number, maxSize: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    request.resume();
    throw tooLarge(maxSize);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    // A little more is let flow off, so that whoever sends it can read the answer.
    if (size > limit * 2) break;
  }
  if (size > limit) throw tooLarge(maxSize);
  return Buffer.concat(chunks, size);
};

type Fields = Record<string, Buffer>;

/** The fields of a form, byte for byte: `latin1` keeps each byte as it is. Files count as fields of their name. */
const formOf = (request: IncomingMessage, contentType: string, maxSize: number): Promise<Fields> =>
  new Promise((resolve, reject) => {
    const fields: Fields = {};
    const refuse = (refusal: Refusal): void => {
      request.unpipe(form);
      request.resume();
      reject(refusal);
    };
    const form = busboy({ headers: { 'content-type': contentType }, defCharset: 'latin1', limits: { fieldSize: maxSize + 1, fileSize: maxSize + 1, fields: 200, files: 50 } });
    form.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) return refuse(tooLarge(maxSize));
      fields[name] = Buffer.from(value, 'latin1');
    });
    form.on('file', (name, bytes) => {
      // Of a parsed mail's own attachments nothing is needed; only a whole mail can be the file.
      if (!/^(email|body-mime|message)$/.test(name)) return void bytes.resume();
      void buffer(bytes).then((content) => (bytes.truncated === true ? refuse(tooLarge(maxSize)) : void (fields[name] = content)), () => undefined);
    });
    form.on('close', () => setImmediate(() => resolve(fields)));
    form.on('error', () => refuse(malformed('The form broke off.')));
    request.on('aborted', () => reject(malformed('The form broke off.')));
    request.pipe(form);
  });

const textOf = (field: Buffer | undefined): string => field?.toString('utf8') ?? '';

const envelopeTo = (field: Buffer | undefined): string[] => {
  try {
    const { to } = JSON.parse(textOf(field)) as { to?: unknown };
    return addressesIn(JSON.stringify(to ?? ''));
  } catch {
    return [];
  }
};

/** SendGrid’s Inbound Parse with “POST the raw, full MIME message” (`email`, `envelope`), and Mailgun’s routes to an address that ends with `mime` (`body-mime`, `recipient`). */
const ofForm = (fields: Fields): DeliveredMail[] => {
  if (fields['body-mime']) return [{ bytes: fields['body-mime'], via: 'mailgun', recipients: addressesIn(textOf(fields.recipient)) }];
  if (fields.email) return [{ bytes: fields.email, via: 'sendgrid', recipients: envelopeTo(fields.envelope) }];
  if (fields.message) return [{ bytes: fields.message, via: 'webhook', recipients: addressesIn(textOf(fields.recipient)) }];
  throw malformed('The form has no whole mail. Mailgun: let the address end with “mime”; SendGrid: check “POST the raw, full MIME message”.');
};

interface PostmarkMail {
  RawEmail?: unknown;
  OriginalRecipient?: unknown;
}
interface SparkPostMail {
  msys?: { relay_message?: { rcpt_to?: unknown; content?: { email_rfc822?: unknown; email_rfc822_is_base64?: unknown } } };
}

const ofPostmark = ({ RawEmail, OriginalRecipient }: PostmarkMail): DeliveredMail[] =>
  typeof RawEmail === 'string' ? [{ bytes: Buffer.from(RawEmail, 'utf8'), via: 'postmark', recipients: addressesIn(String(OriginalRecipient ?? '')) }] : [];

const ofSparkPost = ({ msys }: SparkPostMail): DeliveredMail[] => {
  const { rcpt_to: recipient, content } = msys?.relay_message ?? {};
  if (typeof content?.email_rfc822 !== 'string') return [];
  return [{ bytes: Buffer.from(content.email_rfc822, content.email_rfc822_is_base64 === true ? 'base64' : 'utf8'), via: 'sparkpost', recipients: addressesIn(String(recipient ?? '')) }];
};

const ofJson = (body: Buffer): DeliveredMail[] => {
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch {
    throw malformed('The body is no JSON.');
  }
  const mails = (Array.isArray(given) ? given : [given]).filter((each): each is object => typeof each === 'object' && each !== null).flatMap((each) => [...ofPostmark(each), ...ofSparkPost(each)]);
  if (mails.length === 0) throw malformed('The JSON has no whole mail. Postmark: switch on “Include raw email content in JSON payload”.');
  return mails;
};

/** The mails in the body of a webhook: a raw one (`message/rfc822`), or one of the forms that providers send. */
export const readDeliveries = async (request: IncomingMessage, contentType: string, maxSize: number): Promise<DeliveredMail[]> => {
  if (/^message\/(rfc822|global)\b/i.test(contentType)) {
    const recipients = addressesIn(String(request.headers['x-envelope-to'] ?? ''));
    return [{ bytes: await bodyOf(request, maxSize, maxSize), via: 'webhook', recipients }];
  }
  // Text in JSON grows: as base64 by a third, with escapes by more.
  if (/^application\/json\b/i.test(contentType)) return ofJson(await bodyOf(request, maxSize * 2, maxSize));
  if (/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType)) return ofForm(await formOf(request, contentType, maxSize));
  request.resume();
  throw malformed('Send a mail as message/rfc822, or in the form of a provider that docs/DESK.md names.');
};
