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

/** GET /portal/settings/undelivered-mails: the latest hundred. */
export interface UndeliveredMail {
  id: number;
  to: string;
  subject: string;
  /** `failed`: given up after ten attempts. */
  state: 'waiting' | 'failed';
  attempts: number;
  /** When it is tried again; null once it is given up. */
  nextAt: string | null;
  error: string;
  createdAt: string;
}
