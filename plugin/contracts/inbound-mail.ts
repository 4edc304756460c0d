import { z } from 'zod';
import { pageNumber, pageSize } from './platform';

/** What became of a received mail. `received`: it waits for its turn; `held`: a person has to decide. */
export const receivedMailStates = ['received', 'done', 'held', 'ignored', 'failed', 'discarded'] as const;
export type ReceivedMailState = (typeof receivedMailStates)[number];

/** Why a mail was held or ignored, or what was made of it; the admin has a sentence for each. */
export const mailReasons = [
  'comment_added',
  'ticket_opened',
  'follow_up_opened',
  'own_mail',
  'bounce',
  'delay_notice',
  'receipt',
  'too_large',
  'authentication_failed',
  'no_sender',
  'unknown_sender',
  'sender_blocked',
  'replies_switched_off',
  'token_of_another',
  'foreign_ticket',
  'automatic',
  'loop',
  'encrypted',
  'empty',
  'tickets_switched_off',
  'no_category',
  'limit_reached',
  'failed',
  'discarded',
] as const;
export type MailReason = (typeof mailReasons)[number];

/** The questions that each mail is asked, in their order; `limits` is asked when it is delivered. */
export const mailSteps = ['own_mail', 'automatic', 'bounce', 'size', 'encryption', 'authentication', 'sender', 'thread', 'admission', 'loop_caps', 'text', 'attachments', 'destination', 'limits'] as const;
export type MailStep = (typeof mailSteps)[number];

/** What a step of the chain found, in a word and, where it helps, a detail from the mail itself. */
export interface MailDecision {
  step: MailStep;
  verdict: 'passed' | 'noted' | 'held' | 'ignored';
  detail: string | null;
}

/** What readers of a message from mail should know of it. */
export const mailRemarkCodes = ['unauthenticated', 'automatic', 'file_refused', 'shortened', 'follows'] as const;
export type MailRemarkCode = (typeof mailRemarkCodes)[number];
export const mailRemark = z.object({
  code: z.enum(mailRemarkCodes),
  detail: z.string().nullable().describe('A file’s name, or the reference of the request that it follows.'),
}).meta({ id: 'MailRemark' });
export type MailRemark = z.infer<typeof mailRemark>;
/** What a message has beside its text because it came by mail. */
export const mailPart = z.object({
  cutHtml: z.string().nullable().describe('Safe HTML of the quote and the signature that were cut; null where nothing was.'),
  remarks: z.array(mailRemark),
}).meta({ id: 'MailPart' });
export type MailPart = z.infer<typeof mailPart>;

/** POST inbound-mail: a mail that is stored; `repeated`: it was stored before. */
export const takenIn = z.object({ id: z.string(), repeated: z.boolean() }).meta({ id: 'TakenIn' });
export type TakenIn = z.infer<typeof takenIn>;

/** GET /portal/received-mails */
export const receivedMailQuery = z.strictObject({ state: z.enum([...receivedMailStates, 'all']).default('held'), page: pageNumber.default(1), pageSize: pageSize.default(25) });
export type ReceivedMailQuery = z.infer<typeof receivedMailQuery>;
/** POST /portal/received-mails/:id/admission: into the request that it answers, or as a new one. */
export const mailAdmission = z.strictObject({ as: z.enum(['answer', 'request']) });
export type MailAdmission = z.infer<typeof mailAdmission>;

/** One received mail of the list. */
export interface ReceivedMailLine {
  id: string;
  from: string;
  subject: string;
  state: ReceivedMailState;
  reason: MailReason | null;
  /** The request that it went to, or would go to. */
  reference: string | null;
  via: string;
  /** Bytes. */
  size: number;
  receivedAt: string;
}
/** GET /portal/received-mails/:id */
export interface ReceivedMailDetail extends ReceivedMailLine {
  to: string;
  messageId: string | null;
  attempts: number;
  lastError: string | null;
  decisions: MailDecision[];
  /** Safe HTML of its text, without pictures; null where it cannot be read. */
  html: string | null;
  files: { name: string; size: number }[];
}

/** RBAC actions; a role gets them in Settings → Roles → Plugins → Customer Portal. */
export const receivedMailActions = {
  read: 'plugin::portal.received-mails.read',
  manage: 'plugin::portal.received-mails.manage',
} as const;
