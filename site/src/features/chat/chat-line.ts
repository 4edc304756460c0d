import { io } from 'socket.io-client';
import type { ChatNews, ChatTyping } from '@contracts/chat';
import { chatsNamespace } from '@contracts/socket-address';

/** What a page that shows a chat wants of its line. */
export interface ChatListener {
  /** Something happened, or may have been missed: time to ask. */
  news(): void;
  typing(isTyping: boolean): void;
  open(isOpen: boolean): void;
}
/** A line that stands, and tries again by itself when it is lost. */
export interface ChatLine {
  type(isTyping: boolean): void;
  close(): void;
}

const [soonMs, latestMs, attemptMs, spreadMs] = [500, 5000, 5000, 5000];

/** Follows one chat: a guest shows what proves that it is his, a customer his session's cookie. */
export const followChat = (path: string, auth: { chat: string; visitor?: string }, listener: ChatListener): ChatLine => {
  const socket = io(chatsNamespace, { path, auth, transports: ['websocket', 'polling'], tryAllTransports: true, timeout: attemptMs, reconnectionDelay: soonMs, reconnectionDelayMax: latestMs });
  socket.on('connect', () => {
    listener.open(true);
    listener.news();
  });
  for (const end of ['disconnect', 'connect_error']) socket.on(end, () => listener.open(false));
  socket.on('chat', (_news: ChatNews) => listener.news());
  socket.on('typing', ({ typing }: ChatTyping) => listener.typing(typing));
  // Told to all pages at once, which must not all ask at once.
  socket.on('again', () => setTimeout(() => listener.news(), Math.random() * spreadMs));
  return { type: (typing) => void (socket.connected && socket.emit('typing', { typing })), close: () => void socket.disconnect() };
};
