import type { Chat, ChatLine as DeskLine, ChatMessage } from '../../../contracts/chat';
import { ratingDays } from '../../../contracts/ratings';
import { findSecrets } from '../../../contracts/secrets';
import { after, days, now } from '../platform/clock';
import { renderMarkdown } from '../platform/markdown';
import { toIso } from '../tickets/serialize';
import type { ChatMessageRow, ChatRow } from './rows';

/** A line as both sides read it: no id of a person. */
export const toMessage = (row: ChatMessageRow): ChatMessage => ({
  id: row.number,
  author: { kind: row.kind, name: row.authorName },
  text: row.text,
  html: row.kind === 'event' ? '' : renderMarkdown(row.text),
  happened: row.happened,
  createdAt: toIso(row.createdAt),
});

/** The same for agents, who are told what looks secret in it. */
export const withSecrets = (message: ChatMessage): ChatMessage => {
  const secrets = [...new Set(findSecrets(message.text).map(({ kind }) => kind))];
  return secrets.length > 0 ? { ...message, secrets } : message;
};

/** A part of a chat's lines, as `chat-pages` reads it. */
export interface Lines {
  messages: ChatMessage[];
  more: boolean;
}

/** True while its visitor may say how it was. */
export const isRatable = ({ state, takenAt, endedAt }: Pick<ChatRow, 'state' | 'takenAt' | 'endedAt'>): boolean =>
  state === 'ended' && takenAt !== null && endedAt !== null && now() <= after(new Date(endedAt), days(ratingDays));

/** What its visitor said of a chat; null for nothing. */
export const ratingOf = ({ score, ratingComment }: Pick<ChatRow, 'score' | 'ratingComment'>): Chat['rating'] => (score === null ? null : { score, comment: ratingComment ?? '' });

/** A chat as its visitor may know it. `ahead`: how many wait before him; `mail`: his address, if he has one. */
export const toChat = (row: ChatRow, { messages, more }: Lines, ahead: number | null, mail: string | null): Chat => ({
  key: row.key,
  state: row.state,
  agent: row.state === 'open' && row.agentName !== null ? { name: row.agentName } : null,
  ahead,
  messages,
  more,
  seen: row.seenByAgent,
  request: row.reference,
  rating: ratingOf(row),
  ratable: isRatable(row),
  transcriptTo: mail,
  createdAt: toIso(row.createdAt),
});

/** A chat in the agents' lists. */
export const toDeskLine = (row: ChatRow): DeskLine => ({
  key: row.key,
  state: row.state,
  visitor: { name: row.name, email: row.email, proven: Boolean(row.proven) },
  agent: row.agentId === null ? null : { id: row.agentId, name: row.agentName ?? '' },
  excerpt: row.excerpt,
  unread: row.unread,
  since: toIso(row.waitingSince),
  updatedAt: toIso(row.lastWordAt),
});
