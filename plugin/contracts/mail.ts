import { z } from 'zod';
import { languages } from './accounts';
import { moment } from './moment';

/** POST /portal/settings/test-mails: a mail to the one who asks, with the footer of a language. */
export const testMail = z.strictObject({ language: z.enum(languages).default('en') });
/** What became of it. `kept`: this installation sends no mail, and shows it in its mailbox. */
export interface SentMail {
  to: string;
  state: 'sent' | 'kept' | 'failed';
  /** The mail server's own words; null where nothing went wrong. */
  error: string | null;
}

/** GET mailbox: a mail that this installation keeps instead of sending it. */
export const keptMail = z
  .object({ to: z.string(), from: z.string(), subject: z.string(), text: z.string().nullable(), html: z.string().nullable(), headers: z.record(z.string(), z.string()), messageId: z.string(), createdAt: moment })
  .meta({ id: 'KeptMail' });
