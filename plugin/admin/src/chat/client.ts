import type { ChatSeat, ChatShelf, ChatShelfAnswer, DeskChat } from '../../../contracts/chat';
import type { SearchAnswer } from '../../../contracts/knowledge';
import { get, post, put } from '../desk/ask';

const chat = (key: string, part = ''): string => `/portal/chats/${encodeURIComponent(key)}${part}`;

/** GET /portal/chats */
export const listChats = (shelf: ChatShelf, signal?: AbortSignal): Promise<ChatShelfAnswer> => get(`/portal/chats?shelf=${shelf}`, signal);
/** GET /portal/chats/:key: messages after one, at most a page of them. */
export const readChat = (key: string, after: number, signal?: AbortSignal): Promise<DeskChat> => get(chat(key, `?after=${after}`), signal);
/** POST /portal/chats/:key/acceptance */
export const acceptChat = (key: string): Promise<unknown> => post(chat(key, '/acceptance'), {});
/** POST /portal/chats/:key/messages: once for each `sendKey`, however often it is tried. */
export const sendChatMessage = (key: string, text: string, sendKey: string, allowSecrets: boolean): Promise<unknown> => post(chat(key, '/messages'), allowSecrets ? { text, allowSecrets } : { text }, { 'Idempotency-Key': sendKey });
/** POST /portal/chats/:key/messages/:id/redactions; without words what looks secret. */
export const redactChat = (key: string, message: number, words: string[]): Promise<unknown> => post(chat(key, `/messages/${message}/redactions`), { words });
/** POST /portal/chats/:key/readings */
export const markChatRead = (key: string, message: number): Promise<unknown> => post(chat(key, '/readings'), { message });
/** POST /portal/chats/:key/transfer; null: back to the queue. */
export const transferChat = (key: string, agent: number | null): Promise<unknown> => post(chat(key, '/transfer'), { agent });
/** POST /portal/chats/:key/closure */
export const endChat = (key: string): Promise<unknown> => post(chat(key, '/closure'), {});
/** POST /portal/chats/:key/request */
export const makeRequest = (key: string, request: { subject: string; category: string; email?: string }): Promise<unknown> => post(chat(key, '/request'), request);
/** POST /portal/chats/:key/blocking */
export const blockVisitor = (key: string, hours: number, reason: string): Promise<unknown> => post(chat(key, '/blocking'), { hours, reason });

/** PUT /portal/chat-seat */
export const changeSeat = (available: boolean, most?: number): Promise<ChatSeat> => put('/portal/chat-seat', most === undefined ? { available } : { available, most });

/** GET /api/portal/knowledge/search as a stranger: an agent hands out only what everybody may read. */
export const findArticles = async (words: string, language: string, signal: AbortSignal): Promise<SearchAnswer> => {
  const base = (window.strapi as unknown as { backendURL: string }).backendURL;
  const search = new URLSearchParams({ q: words, pageSize: '6', typing: 'true', ...(language && { language }) });
  const answer = await fetch(`${base}/api/portal/knowledge/search?${search}`, { signal, credentials: 'omit' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return ((await answer.json()) as { data: SearchAnswer }).data;
};
