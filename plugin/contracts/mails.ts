import { z } from 'zod';
import { moment } from './moment';
import { pageNumber, pageSize } from './platform';

/** The admins' view of mails that went wrong: `/portal/mails`. */

/** GET /portal/mails/failed: what the mail server has not taken. */
export const deadLetterQuery = z.strictObject({ page: pageNumber.default(1), pageSize: pageSize.default(25) });

/** A mail that was not taken: `failed` for good, or `waiting` to be tried again. Its words are told to nobody. */
export interface DeadLetter {
  id: number;
  state: 'waiting' | 'failed';
  /** When it is tried again; null once it failed. */
  nextAt: string | null;
  to: string;
  subject: string;
  /** What it was about; null for mails about an account. */
  kind: string | null;
  attempts: number;
  /** What the mail server said last. */
  error: string;
  createdAt: string;
  failedAt: string;
}

/** An address that mails did not reach, for good (`hard`) or for now (`soft`); null where there is nothing to say. */
export const addressTrouble = z.object({
  kind: z.enum(['hard', 'soft']),
  at: moment,
}).meta({ id: 'AddressTrouble' });
export type AddressTrouble = z.infer<typeof addressTrouble>;
