import { randomUUID } from 'node:crypto';
import { visitorHeader } from '../../plugin/contracts/chat';
import type { Chat } from '../../plugin/contracts/chat';
import { chatPageOf, type ChatPage } from './chats';
import { Visitor } from './visitor';

/** A guest in his chat, as the page that he sees would speak for him. */
export interface ChatVisitor {
  key: string;
  /** `anyway`: also what looks secret. */
  write(text: string, anyway?: boolean): Promise<void>;
  /** His page's line. */
  line(): Promise<ChatPage>;
  show(): Promise<Chat>;
  /** Says that he has seen all of it. */
  read(): Promise<void>;
  rate(score: number, comment: string): Promise<void>;
}

type Ask = <Data, Meta = unknown>(method: string, path: string, body?: object) => Promise<{ data: Data; meta: Meta }>;

const asking = (url: string, token?: string): Ask => async (method, path, body) => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...(token === undefined ? {} : { [visitorHeader]: token }) };
  const answer = await fetch(`${url}/api/portal/chats${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as never;
};

/** A guest begins a chat on a running app. */
export const beginChat = async (url: string, name: string, text: string, more: object = {}): Promise<ChatVisitor> => {
  const { data, meta } = await asking(url)<Chat, { visitor: string }>('POST', '', { name, text, ...more });
  const { key } = data;
  const ask = asking(url, meta.visitor);
  const show = async (): Promise<Chat> => (await ask<Chat>('GET', `/${key}`)).data;
  return {
    key,
    show,
    write: async (words, anyway = false) => void (await ask('POST', `/${key}/messages`, { text: words, ...(anyway ? { allowSecrets: true } : {}) })),
    line: () => chatPageOf({ url }, { key, token: meta.visitor, who: new Visitor(`${url}/api/portal`) }),
    read: async () => void (await ask('POST', `/${key}/readings`, { message: (await show()).messages.at(-1)?.id ?? 0 })),
    rate: async (score, comment) => void (await ask('PUT', `/${key}/rating`, { score, comment })),
  };
};
