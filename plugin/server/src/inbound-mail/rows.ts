import type { MailAdmission, MailDecision, MailReason, ReceivedMailState } from '../../../contracts/inbound-mail';
import type { Row } from '../platform/rows';

export interface ReceivedMailRow extends Row {
  key: string;
  fingerprint: string;
  sha256: string;
  messageId: string | null;
  sender: string;
  recipients: string[];
  subject: string;
  via: string;
  size: number;
  state: ReceivedMailState;
  reason: MailReason | null;
  decisions: MailDecision[] | null;
  admitted: MailAdmission['as'] | null;
  attempts: number;
  availableAt: Date;
  lockedUntil: Date | null;
  lastError: string | null;
  ticketId: number | null;
  commentId: number | null;
}

export interface WatchedMailboxRow extends Row {
  name: string;
  uidValidity: string;
  lastUid: number | string;
  holder: string;
  leaseUntil: Date;
}
