import { z } from 'zod';
import { email } from './accounts';
import type { Agent } from './desk';
import { moment } from './moment';
import { secretKinds } from './secrets';

export { chatsNamespace, visitorHeader } from './socket-address';

/** Characters of one message; longer ones are for a request. */
export const chatTextLength = 4000;
/** How many messages one answer holds at most; a page asks on with `after`. */
export const chatPage = 200;

/**
 * `waiting`: in the queue, nobody has answered; `open`: an agent has it; `left`: nobody was there, and the visitor
 * left what he wrote to be answered later; `ended`: over. Only `ended` takes no more messages.
 */
export const chatStates = ['waiting', 'open', 'left', 'ended'] as const;
export type ChatState = (typeof chatStates)[number];

/** Keys are random and public in addresses; they open nothing without whose chat it is. */
export const chatKey = z.string().regex(/^[\w-]{16,64}$/);
const chatText = z
  .string()
  .max(chatTextLength)
  .refine((value) => value.trim().length > 0, { params: { rule: 'required' } });
const visitorName = z.string().trim().max(80).refine((value) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value), { params: { rule: 'malformed' } });

/** POST chats. A signed-in customer is known by his session and needs no name; `identity` is signed by the site that embeds the widget. */
export const chatBeginning = z.strictObject({
  text: chatText,
  /** Sends what looks secret all the same. */
  allowSecrets: z.boolean().optional(),
  name: visitorName.optional(),
  email: email.optional(),
  /** Slug of a category. */
  category: z.string().max(80).optional(),
  language: z.string().max(20).optional(),
  source: z.enum(['portal', 'widget']).default('portal'),
  /** The page on which the widget was opened: shown to agents as plain text. */
  page: z.string().max(500).optional(),
  /** A JWT (HS256, `chat.identitySecret`) with `sub`, `email`, `name`, `exp`, `aud: "chat"`; refused when it is not right. */
  identity: z.string().max(4000).optional(),
});
export type ChatBeginning = z.infer<typeof chatBeginning>;
/** POST chats/:key/messages; sent once by its `Idempotency-Key`. */
export const chatMessageCreation = z.strictObject({ text: chatText, allowSecrets: z.boolean().optional() });
/** POST chats/:key/readings: the last message that its reader has seen. */
export const chatReading = z.strictObject({ message: z.number().int().min(0).max(2_147_483_647) });
/** PUT chats/:key/rating */
export const chatRatingChange = z.strictObject({ score: z.number().int().min(1).max(5), comment: z.string().trim().max(2000).default('') });
export type ChatRatingChange = z.infer<typeof chatRatingChange>;
/** POST chats/:key/transcript: to the customer's own address, else to the one that the guest gave. */
export const chatTranscript = z.strictObject({});
/** GET chats/:key and GET portal/chats/:key */
export const chatQuery = z.strictObject({ after: z.union([z.number(), z.string().regex(/^\d{1,10}$/)]).transform(Number).pipe(z.number().int().min(0).max(2_147_483_647)).default(0) });

/** What can happen in a chat, beside words. */
export const chatHappening = z.enum(['joined', 'transferred', 'agent_left', 'left_message', 'handed_over', 'ended_by_visitor', 'ended_by_agent', 'ended_by_silence', 'redacted']);
export type ChatHappening = z.infer<typeof chatHappening>;
/** One line of a chat, in order of `id`. `event`: nobody's words but what happened, said by `happened`. */
export const chatMessage = z.object({
  id: z.number().int(),
  author: z.object({ kind: z.enum(['visitor', 'agent', 'event']), name: z.string() }),
  text: z.string(),
  html: z.string().describe('Safe HTML of `text`; empty for events.'),
  happened: chatHappening.nullable().describe('`redacted`: words of an earlier message are gone, so what was read before has to be read again.'),
  createdAt: moment,
  secrets: z.array(z.enum(secretKinds)).optional().describe('For agents alone: what looks secret in it.'),
}).meta({ id: 'ChatMessage' });
export type ChatMessage = z.infer<typeof chatMessage>;

/** A chat as its visitor sees it. */
export const chat = z.object({
  key: z.string(),
  state: z.enum(chatStates),
  agent: z.object({ name: z.string() }).nullable().describe('Who answers; null while nobody does.'),
  ahead: z.number().int().nullable().describe('How many wait before him, 0 for the next one; null once somebody answers.'),
  messages: z.array(chatMessage).describe('Messages after `after`, at most `chatPage`; `more` says that there are others.'),
  more: z.boolean(),
  seen: z.number().int().describe('The last message that the agent has seen.'),
  request: z.string().nullable().describe('Reference of the request that it became, where the visitor may read it.'),
  rating: z.object({ score: z.number().int(), comment: z.string() }).nullable(),
  ratable: z.boolean().describe('Whether it can be rated now.'),
  transcriptTo: z.string().nullable().describe('Whether a transcript can be mailed, and to which address.'),
  createdAt: moment,
}).meta({ id: 'Chat' });
export type Chat = z.infer<typeof chat>;

/** GET chats: what somebody is told before he begins, and his own chat if one goes on. */
export const chatDoor = z.object({
  service: z.enum(['open', 'busy', 'closed']).describe('`open`: somebody is there; `busy`: all are, one waits; `closed`: nobody, one can leave a message.'),
  opensAt: moment.nullable().describe('Start of the next office hours, when closed for them.'),
  ahead: z.number().int(),
  ask: z.object({ name: z.enum(['no', 'optional', 'required']), email: z.enum(['no', 'optional', 'required']) }).describe('What guests are asked; `required`: not without. Signed-in customers are asked nothing.'),
  greeting: z.string(),
  current: chat.nullable(),
}).meta({ id: 'ChatDoor' });
export type ChatDoor = z.infer<typeof chatDoor>;
/** `meta` of POST chats, for guests: keep it, it is told once. */
export const chatVisitorMeta = z.object({
  visitor: z.string().nullable(),
}).meta({ id: 'ChatVisitorMeta' });
export type ChatVisitorMeta = z.infer<typeof chatVisitorMeta>;

/** What sockets say to those who follow a chat: that something happened; the page asks for the rest. */
export interface ChatNews {
  chat: string;
  /** Id of the last message; 0 where something else changed. */
  message: number;
}
export interface ChatTyping {
  chat: string;
  typing: boolean;
}
export interface FromVisitors {
  typing(sign: { typing: boolean }): void;
}
export interface ToVisitors {
  chat(news: ChatNews): void;
  typing(sign: ChatTyping): void;
  again(): void;
}

/** Where the widget's script is, below the portal's address: what a page embeds. */
export const widgetScript = '/chat/widget.js';

// The agents' half: admin API under /portal.

/** PUT portal/chat-seat: whether this agent takes chats, and how many at once. */
export const chatSeatChange = z.strictObject({ available: z.boolean(), most: z.number().int().min(1).max(20).optional() });
export type ChatSeatChange = z.infer<typeof chatSeatChange>;
export interface ChatSeat {
  available: boolean;
  most: number;
  /** Chats that he has open. */
  open: number;
}
export const chatShelves = ['waiting', 'mine', 'others', 'left', 'ended'] as const;
export type ChatShelf = (typeof chatShelves)[number];
/** GET portal/chats */
export const chatListQuery = z.strictObject({ shelf: z.enum(chatShelves).default('waiting') });
export interface ChatLine {
  key: string;
  state: ChatState;
  /** `proven`: a signed-in customer, or somebody whom the embedding site vouches for. */
  visitor: { name: string; email: string; proven: boolean };
  agent: Agent | null;
  /** The last words. */
  excerpt: string;
  /** Messages of the visitor that the agent has not seen. */
  unread: number;
  since: string;
  updatedAt: string;
}
export interface ChatCounts {
  waiting: number;
  mine: number;
  others: number;
  left: number;
}
/** GET portal/chats: at most 100 of a shelf, the longest waiting first. */
export interface ChatShelfAnswer {
  chats: ChatLine[];
  counts: ChatCounts;
  seat: ChatSeat;
  /** Who takes chats now, with how many they have and would have at most. */
  available: (Agent & { open: number; most: number })[];
}
/** GET portal/chats/:key */
export interface DeskChat {
  chat: ChatLine & { messages: ChatMessage[]; more: boolean; rating: Chat['rating']; request: string | null; page: string; language: string; segment: string; category: string | null; customerId: number | null; typing: boolean;
    /** The last message that the visitor has seen. */
    seen: number;
  };
  /** Earlier chats of the same visitor, newest first, at most ten. */
  earlier: { key: string; excerpt: string; endedAt: string }[];
  /** Colleagues who take chats now. */
  colleagues: (Agent & { open: number; most: number })[];
  /** Address of the portal, without a slash at its end: where articles are that an agent links. */
  portal: string;
}
/** POST portal/chats/:key/transfer: to a colleague who is there, or null: back to the queue. */
export const chatTransfer = z.strictObject({ agent: z.number().int().positive().max(2_147_483_647).nullable() });
/** POST portal/chats/:key/request: makes a ticket of it, with the conversation in its first message. */
export const chatRequest = z.strictObject({ subject: z.string().trim().min(1).max(200), category: z.string().min(1).max(80), email: email.optional() });
export type ChatRequest = z.infer<typeof chatRequest>;
/** POST portal/chats/:key/blocking: this visitor begins no chat for so many hours. */
export const chatBlocking = z.strictObject({ hours: z.number().int().min(1).max(720).default(24), reason: z.string().trim().max(200).default('') });
export type ChatBlocking = z.infer<typeof chatBlocking>;
