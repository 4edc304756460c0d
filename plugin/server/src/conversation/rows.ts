import type { MailRemark } from '../../../contracts/inbound-mail';
import type { DraftValues } from '../../../contracts/conversation';
import type { TicketState } from '../../../contracts/tickets';
import type { Row } from '../platform/rows';

export interface CommentRow extends Row {
  key: string;
  ticketId: number;
  authorKind: 'customer' | 'agent';
  authorId: number;
  authorName: string;
  body: string;
  internal: boolean;
  channel: 'mail' | null;
  cut: string | null;
  remarks: MailRemark[] | string | null;
}

export interface AttachmentRow extends Row {
  key: string;
  ownerKind: 'customer' | 'agent';
  ownerId: number;
  ticketId: number | null;
  commentId: number | null;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  internal: boolean;
  /** Where the bytes are; null, from before there was a choice: on the disk. */
  store: 'disk' | 's3' | null;
  /** What clamd said; null where none is asked. */
  scan: 'clean' | 'waiting' | 'infected' | null;
}

export interface HeldReplyRow extends Row {
  key: string;
  ticketId: number;
  agentId: number;
  agentName: string;
  body: string;
  files: string[];
  state: TicketState | null;
  alsoTo: number[] | null;
  afterComment: number;
  releaseAt: string;
}

export interface SavedReplyRow extends Row {
  name: string;
  ownerId: number | null;
  body: string;
}

export interface PresenceRow extends Row {
  ticketId: number;
  agentId: number;
  agentName: string;
  writing: boolean;
  expiresAt: string;
}

export interface RatingRow extends Row {
  ticketId: number;
  customerId: number;
  assigneeId: number | null;
  score: number;
  comment: string | null;
}

export interface ReplyVoteRow extends Row {
  commentId: number;
  ticketId: number;
  customerId: number;
  helpful: boolean;
}

export interface DraftRow extends Row {
  jarHash: string;
  purpose: string;
  customerId: number | null;
  values: DraftValues;
}
