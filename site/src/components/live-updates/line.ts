import { io } from 'socket.io-client';
import type { MissedQuestion, News, Writing } from '@contracts/realtime';
import { customersNamespace } from '@contracts/socket-address';

/** What a page wants of its line. */
export interface Listener {
  news(news: News): void;
  writing(sign: Writing): void;
  /** Something may have been missed. */
  again(): void;
  /** `open`: connected; `lost`: it is tried again; `ended`: the server wants no more of it. */
  state(state: 'open' | 'lost' | 'ended'): void;
  /** What the server is asked whenever the line is open again. */
  question(): MissedQuestion;
}

const soonMs = 500;
const latestMs = 4000;
const attemptMs = 5000;
const spreadMs = 5000;

/** Opens the line, and again whenever it is lost. The page's cookie says who it is. */
export const openLine = (path: string, listener: Listener): void => {
  const socket = io(customersNamespace, { path, transports: ['websocket', 'polling'], tryAllTransports: true, timeout: attemptMs, reconnectionDelay: soonMs, reconnectionDelayMax: latestMs });
  // While it is tried again by itself, the line is only lost.
  const down = (): void => listener.state(socket.active ? 'lost' : 'ended');
  socket.on('connect', () => {
    listener.state('open');
    socket.emit('missed', listener.question(), (changed: boolean | null) => changed !== false && listener.again());
  });
  socket.on('disconnect', down);
  socket.on('connect_error', down);
  // Told to all pages at once, which must not all ask at once.
  socket.on('again', () => setTimeout(() => listener.again(), Math.random() * spreadMs));
  socket.on('news', (news: News) => listener.news(news));
  socket.on('writing', (sign: Writing) => listener.writing(sign));
};
