import { io, type Socket } from 'socket.io-client';
import { randomUUID } from 'node:crypto';
import { chatsNamespace, visitorHeader } from '../../plugin/contracts/chat';
import type { Chat, ChatDoor, ChatMessage, ChatNews, ChatTyping } from '../../plugin/contracts/chat';
import { socketPath } from '../../plugin/contracts/socket-address';
import type { Desk, LoggedIn } from './strapi';
import { Visitor, type Answer } from './visitor';

/** A desk on which everybody may chat, as often as tests do. */
export const chatDesk = { PORTAL_LIVE_CHAT: 'true', PORTAL_CHAT_SECRET: 'the site and the desk share this secret' };

/** A visitor in his chat; a guest keeps his token as pages do. */
export interface Chatter {
  who: Visitor;
  key: string;
  token: string | null;
  write(text: string, once?: string): Promise<Answer<ChatMessage>>;
  show(after?: number): Promise<Chat>;
  post(path: string, body?: object): Promise<Answer<unknown>>;
}

const visitorHeaders = (token: string | null): Record<string, string> => (token === null ? {} : { [visitorHeader]: token });

/** Follows a chat with what its page keeps. */
export const inChat = (who: Visitor, key: string, token: string | null): Chatter => ({
  who,
  key,
  token,
  write: (text, once = randomUUID()) => who.post<ChatMessage>(`/chats/${key}/messages`, { text }, { 'idempotency-key': once, ...visitorHeaders(token) }),
  show: async (after = 0) => (await who.get<Chat>(`/chats/${key}?after=${after}`, visitorHeaders(token))).data,
  post: (path, body = {}) => who.post(`/chats/${key}/${path}`, body, visitorHeaders(token)),
});

/** Begins a chat as somebody. */
export const begin = async (who: Visitor, text: string, more: object = {}, headers: Record<string, string> = {}): Promise<Chatter> => {
  const answer = await who.post<Chat>('/chats', { text, ...more }, { 'idempotency-key': randomUUID(), ...headers });
  if (answer.status !== 201) throw new Error(`No chat began: ${answer.status} ${answer.text}`);
  const { visitor } = (JSON.parse(answer.text) as { meta: { visitor: string | null } }).meta;
  return inChat(who, answer.data.key, visitor);
};

/** Seats an agent: there, with room for so many. */
export const seat = async (agent: LoggedIn, most = 20, available = true): Promise<void> => void (await agent.put('/chat-seat', { available, most }));

/** What somebody is told before he begins, with his chat that goes on. */
export const doorFor = async (who: Visitor, token: string | null = null): Promise<ChatDoor> => (await who.get<ChatDoor>('/chats', visitorHeaders(token))).data;

/** An open page of a chat, as its socket knows it. */
export interface ChatPage {
  socket: Socket;
  news: ChatNews[];
  typing: ChatTyping[];
  hears(fits: (news: ChatNews) => boolean): Promise<ChatNews>;
  cut: Promise<string>;
}

/** Resolves with the first of what was or will be heard that fits; rejects after five seconds. */
export const heard = <T>(socket: Socket, name: string, before: T[], fits: (each: T) => boolean): Promise<T> =>
  new Promise((resolve, reject) => {
    const found = before.find(fits);
    if (found) return resolve(found);
    const timer = setTimeout(() => reject(new Error(`Nothing of it was heard, only ${JSON.stringify(before)}.`)), 5000);
    socket.on(name, (each: T) => {
      if (!fits(each)) return;
      clearTimeout(timer);
      resolve(each);
    });
  });

/** Opens a page of a chat; rejects with the code of a refusal. */
export const chatPageOf = async ({ url }: Pick<Desk, 'url'>, { key, token, who }: Pick<Chatter, 'key' | 'token' | 'who'>, headers: Record<string, string> = {}): Promise<ChatPage> => {
  const socket = io(`${url}${chatsNamespace}`, { path: socketPath, forceNew: true, reconnection: false, transports: ['websocket'], extraHeaders: { origin: url, cookie: who.cookie, ...headers }, auth: { chat: key, ...(token === null ? {} : { visitor: token }) } });
  const [news, typing]: [ChatNews[], ChatTyping[]] = [[], []];
  socket.on('chat', (each: ChatNews) => news.push(each));
  socket.on('typing', (each: ChatTyping) => typing.push(each));
  const cut = new Promise<string>((resolve) => socket.once('disconnect', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      socket.disconnect();
      reject(error);
    });
  });
  return { socket, news, typing, cut, hears: (fits) => heard(socket, 'chat', news, fits) };
};
