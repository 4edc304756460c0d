import type { MailReason, MailRemark, MailStep } from '../../../contracts/inbound-mail';
import type { Viewer } from '../accounts/viewer';
import type { Strapi } from '../platform/domain';
import type { EffectivePolicy } from '../segments/resolve-policy';
import type { TicketRow } from '../tickets/rows';
import type { MailFile, ReceivedMail } from './parsed-mail';
import type { ReceivedMailRow } from './rows';

/** By what a mail was found to belong to a ticket. */
export type ThreadSign = 'reply_address' | 'message_id' | 'references' | 'subject';

/** What the steps so far have found. */
export interface Facts {
  /** Sent by a machine, and what says so. */
  automatic: string | null;
  /** What was proven of the sender's domain. */
  authentication: 'pass' | 'fail' | 'none';
  sender: Viewer | null;
  /** What the sender may do; null for a stranger. */
  policy: EffectivePolicy | null;
  /** The ticket that it answers, after all merges. */
  ticket: TicketRow | null;
  threadSign: ThreadSign | null;
  /** It names a ticket that is not there, or not the sender's; why it cannot go there. */
  misdirected: 'token_of_another' | 'foreign_ticket' | null;
  body: string;
  cut: string;
  files: MailFile[];
  remarks: MailRemark[];
}

/** What a step says: go on with what it found, or an end with its reason. */
export type Verdict =
  | { kind: 'continue'; facts?: Partial<Facts>; detail?: string }
  | { kind: 'held' | 'ignored'; reason: MailReason; detail?: string };

/** What a step may look at besides the mail. */
export interface Circumstances {
  strapi: Strapi;
  /** The row of the mail: an admission, its size. */
  row: ReceivedMailRow;
  facts: Facts;
}

/** One question about a mail. */
export interface Step {
  name: MailStep;
  decide(mail: ReceivedMail, circumstances: Circumstances): Verdict | Promise<Verdict>;
}

export const goOn: Verdict = { kind: 'continue' };

export const noFacts: Facts = { automatic: null, authentication: 'none', sender: null, policy: null, ticket: null, threadSign: null, misdirected: null, body: '', cut: '', files: [], remarks: [] };
