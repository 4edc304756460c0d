import { z } from 'zod';
import { languages } from './accounts';

/** POST /portal/settings/test-mails: a mail to the one who asks, with the footer of a language. */
export const testMail = z.strictObject({ language: z.enum(languages).default('en') });
/** What became of it. `kept`: this installation sends no mail, and shows it in its mailbox. */
export interface SentMail {
  to: string;
  state: 'sent' | 'kept' | 'failed';
  /** The mail server's own words; null where nothing went wrong. */
  error: string | null;
}
