import { z } from 'zod';
import * as chats from '../chat';
import type { Endpoints } from './endpoint';

const keyOnly = z.object({ key: z.string() });
const writing = ['chat_blocked', 'secret_found', 'idempotency_key_reused'] as const;

/** Live chats of a visitor: `chats`. */
export const chatEndpoints = {
  'GET /chats': { says: 'Whether somebody is there, what is asked, and the own chat that goes on.', answers: { 200: chats.chatDoor } },
  'POST /chats': { says: 'Begins a chat. A guest’s token is told once, in `meta.visitor`.', body: chats.chatBeginning, answers: { 200: chats.chat, 201: chats.chat }, meta: chats.chatVisitorMeta, once: true, refusals: [...writing, 'identity_refused'] },
  'GET /chats/:key': { says: 'A chat with its messages after one.', query: chats.chatQuery, answers: { 200: chats.chat } },
  'POST /chats/:key/messages': { says: 'Writes a message.', body: chats.chatMessageCreation, answers: { 200: chats.chatMessage, 201: chats.chatMessage }, once: true, refusals: [...writing, 'chat_ended'] },
  'POST /chats/:key/readings': { says: 'Says up to which message the visitor has read.', body: chats.chatReading, answers: { 200: keyOnly } },
  'POST /chats/:key/closure': { says: 'Ends a chat.', answers: { 201: chats.chat } },
  'POST /chats/:key/departure': { says: 'Leaves it to be answered later.', answers: { 201: chats.chat }, refusals: ['chat_ended'] },
  'POST /chats/:key/transcript': { says: 'Mails what was said.', body: chats.chatTranscript, answers: { 202: keyOnly }, refusals: ['too_many_requests'] },
  'PUT /chats/:key/rating': { says: 'Rates a chat that is over.', body: chats.chatRatingChange, answers: { 200: chats.chat }, refusals: ['rating_closed'] },
} as const satisfies Endpoints;
