import type { ChatHappening, ChatState } from '../../../contracts/chat';
import type { Row } from '../platform/rows';

export interface ChatRow extends Row {
  key: string;
  state: ChatState;
  visitorHash: string | null;
  customerId: number | null;
  name: string;
  email: string;
  proven: boolean;
  language: string;
  segment: string;
  categoryId: number | null;
  source: 'portal' | 'widget';
  page: string;
  addressHash: string | null;
  agentId: number | null;
  agentName: string | null;
  lastNumber: number;
  lastAgentNumber: number;
  seenByVisitor: number;
  seenByAgent: number;
  unread: number;
  unseenSince: Date | string | null;
  mailedUpTo: number;
  excerpt: string;
  waitingSince: Date | string;
  takenAt: Date | string | null;
  lastWordAt: Date | string;
  endedAt: Date | string | null;
  ticketId: number | null;
  reference: string | null;
  score: number | null;
  ratingComment: string | null;
}
export const chatColumns = [
  'id', 'key', 'state', 'visitorHash', 'customerId', 'name', 'email', 'proven', 'language', 'segment', 'categoryId', 'source', 'page', 'addressHash', 'agentId', 'agentName', 'lastNumber', 'lastAgentNumber',
  'seenByVisitor', 'seenByAgent', 'unread', 'unseenSince', 'mailedUpTo', 'excerpt', 'waitingSince', 'takenAt', 'lastWordAt', 'endedAt', 'ticketId', 'reference', 'score', 'ratingComment', 'createdAt', 'updatedAt',
] satisfies (keyof ChatRow)[];

export interface ChatMessageRow extends Row {
  chatId: number;
  number: number;
  kind: 'visitor' | 'agent' | 'event';
  authorId: number | null;
  authorName: string;
  text: string;
  happened: ChatHappening | null;
}
/** A line before it has its number. */
export type ChatLine = Pick<ChatMessageRow, 'kind' | 'authorId' | 'authorName' | 'text' | 'happened'>;

export interface ChatSeatRow extends Row {
  agentId: number;
  agentName: string;
  available: boolean;
  most: number | null;
  seenAt: Date | string;
}
export interface ChatBlockRow extends Row {
  subject: string;
  until: Date | string;
  reason: string;
  agentName: string;
}
