import { z } from 'zod';
import type { ChatNews, ChatTyping } from './chat';
import type { Presence } from './desk';

/** `answered`: the desk wrote; `written`: somebody else did; `changed`: anything else that its reader can see. */
export const newsTypes = ['answered', 'written', 'changed'] as const;
export type NewsType = (typeof newsTypes)[number];

/** That something happened to a ticket: the page asks for the rest. `id` is another for each event, and the same where one is told twice. */
export interface News {
  id: number;
  type: NewsType;
  reference: string;
}
/** Whether somebody of the desk is writing an answer; holds for `writingHoldsMs` unless it is said again. */
export interface Writing {
  reference: string;
  writing: boolean;
}

const reference = z.string().min(1).max(64);

/**
 * What a customer's page asks once it is connected: whether it missed something. Of one ticket, `seen` is the last
 * line of the timeline that it shows; of a list, `since` is when it was made, in milliseconds.
 */
export const missedQuestion = z.union([
  z.strictObject({ reference, seen: z.number().int().min(0) }),
  z.strictObject({ since: z.number().int().min(0).max(8_640_000_000_000_000) }),
]);
export type MissedQuestion = z.infer<typeof missedQuestion>;

/** What an agent's page says of itself, when that changes and every ten seconds. */
export const lookingSign = z.strictObject({ reference, writing: z.boolean() });
export type LookingSign = z.infer<typeof lookingSign>;
export const leavingSign = z.strictObject({ reference });

/** Answers: null for what was malformed, missing or another's alike. */
export interface FromCustomers {
  missed(question: unknown, answer: (changed: boolean | null) => void): void;
}
export interface ToCustomers {
  news(news: News): void;
  writing(sign: Writing): void;
  /** News may have been lost on the way: look again. */
  again(): void;
}
export interface FromAgents {
  looking(sign: unknown, answer: (presence: Presence | null) => void): void;
  leaving(sign: unknown): void;
  /** Whether this agent writes in a chat of his; holds for `writingHoldsMs`. */
  chatTyping(sign: unknown): void;
}
export interface ToAgents {
  news(news: News): void;
  /** Who looks at a ticket, or writes, has changed. */
  presence(about: { reference: string }): void;
  /** Something happened in a chat: the page asks for the rest. */
  chat(news: ChatNews): void;
  /** Whether the visitor of a chat writes; told to the agent who has it. */
  chatTyping(sign: ChatTyping): void;
  again(): void;
}

/** POST /portal/live-passes: opens one socket within half a minute; null where live updates are off. */
export interface LivePass {
  pass: string | null;
}
/** What an agent's page shows when it opens a socket. */
export const handshake = z.object({ pass: z.string().min(1).max(1000) });

/** Why a socket was refused: codes of the API. */
export type SocketRefusal = 'origin_refused' | 'not_signed_in' | 'access_refused' | 'token_scope_missing' | 'too_many_requests';
