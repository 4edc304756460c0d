import { header } from './parsed-mail';
import type { ReceivedMail } from './parsed-mail';

/** What programs put before the subject of what they answer or send on. */
const prefix = /^\s*(?:(?:re|aw|sv|antw|vs|odp|res|ref|rif|ynt|回复|回覆|答复|返信|답장|رد|fwd?|wg|tr|rv|enc|doorst|转发|轉寄)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+/iu;

/** The subject of a request that came by mail: one line without prefixes and references, at most 200 characters; never empty. */
export const newSubject = (subject: string, body: string): string => {
  const own = subject.replace(/\[R-[0-9A-Z]{6}\]/gi, ' ').replace(prefix, '').replace(/\s+/g, ' ').trim();
  const firstWords = body.split('\n').find((line) => line.trim() !== '')?.trim() ?? '';
  return (own || firstWords.slice(0, 80) || '–').slice(0, 200).toWellFormed();
};

/** True where the sender asked that no program answers (RFC 3834; Exchange’s own header). */
export const wantsNoAnswer = (mail: ReceivedMail): boolean => /\b(all|oof|autoreply)\b/i.test(header(mail, 'x-auto-response-suppress')) || header(mail, 'precedence') !== '';
