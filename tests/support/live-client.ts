import { io, type Socket } from 'socket.io-client';
import type { News, Writing } from '../../plugin/contracts/realtime';
import { agentsNamespace, customersNamespace, socketPath } from '../../plugin/contracts/socket-address';

/** An open page, as its socket knows it. */
export interface LivePage {
  socket: Socket;
  /** All that it was told, in order. */
  news: News[];
  writing: Writing[];
  presence: { reference: string }[];
  /** Resolves with the next thing it is told of a kind that fits; rejects after five seconds. */
  hears(about: (news: News) => boolean): Promise<News>;
  /** Why the line was cut, once it is. */
  cut: Promise<string>;
  ask<Answer>(name: string, question: unknown): Promise<Answer>;
  close(): void;
}

const patienceMs = 5000;

const listen = (socket: Socket): LivePage => {
  const page: Pick<LivePage, 'news' | 'writing' | 'presence'> = { news: [], writing: [], presence: [] };
  socket.on('news', (news: News) => page.news.push(news));
  socket.on('writing', (sign: Writing) => page.writing.push(sign));
  socket.on('presence', (about: { reference: string }) => page.presence.push(about));
  const cut = new Promise<string>((resolve) => socket.once('disconnect', resolve));
  const hears: LivePage['hears'] = (about) =>
    new Promise((resolve, reject) => {
      const heard = page.news.find(about);
      if (heard) return resolve(heard);
      const timer = setTimeout(() => reject(new Error(`Nothing of it was heard, only ${JSON.stringify(page.news)}.`)), patienceMs);
      socket.on('news', (news: News) => {
        if (!about(news)) return;
        clearTimeout(timer);
        resolve(news);
      });
    });
  return { socket, ...page, cut, hears, ask: (name, question) => socket.timeout(patienceMs).emitWithAck(name, question), close: () => void socket.disconnect() };
};

interface Opening {
  headers?: Record<string, string>;
  auth?: Record<string, unknown>;
  transports?: ('websocket' | 'polling')[];
  reconnection?: boolean;
}
const open = async (url: string, { headers = {}, auth = {}, transports = ['websocket'], reconnection = false }: Opening): Promise<LivePage> => {
  const socket = io(url, { path: socketPath, forceNew: true, reconnection, reconnectionDelayMax: 1000, transports, extraHeaders: headers, auth });
  const page = listen(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      if (!reconnection) socket.disconnect();
      reject(error);
    });
  });
  return page;
};

/** The page of a customer, from the cookie alone; rejects with the code of a refusal. */
export const customerPage = (url: string, cookie: string, more: Opening = {}): Promise<LivePage> => open(`${url}${customersNamespace}`, { ...more, headers: { cookie, origin: url, ...more.headers } });

/** The page of an agent, with a pass that he asks for. */
export const agentPage = async (url: string, agent: { post: <Data>(path: string) => Promise<{ data: Data }> }): Promise<LivePage> => {
  const { data } = await agent.post<{ pass: string }>('/live-passes');
  return open(`${url}${agentsNamespace}`, { auth: { pass: data.pass } });
};

/** The page of somebody who shows what he made up. */
export const pageWithPass = (url: string, auth: Record<string, unknown>): Promise<LivePage> => open(`${url}${agentsNamespace}`, { auth });
