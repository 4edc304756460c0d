import type { Page } from 'playwright-core';
import type { ChatShelfAnswer, DeskChat } from '../../plugin/contracts/chat';
import { demoPassword } from './people';

/** What an agent does in chats over the admin API, where a test is about what the visitor then sees. */
export const chattingAgent = async (url: string, email = 'ada@example.com') => {
  const call = async <Answer>(method: string, path: string, body?: object, token?: string): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`, { method, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { data: Answer }).data;
  };
  const { token = '', accessToken = '' } = await call<{ token?: string; accessToken?: string }>('POST', '/admin/login', { email, password: demoPassword });
  const desk = <Answer>(method: string, path: string, body?: object): Promise<Answer> => call(method, `/portal${path}`, body, token || accessToken);
  return {
    sit: (available: boolean) => desk('PUT', '/chat-seat', { available }),
    waiting: async () => (await desk<ChatShelfAnswer>('GET', '/chats?shelf=waiting')).chats,
    show: (key: string) => desk<DeskChat>('GET', `/chats/${key}`),
    accept: (key: string) => desk('POST', `/chats/${key}/acceptance`, {}),
    write: (key: string, text: string) => desk('POST', `/chats/${key}/messages`, { text }),
    /** What `agentPage` needs of an agent. */
    post: async <Data>(path: string) => ({ data: await desk<Data>('POST', path, {}) }),
    makeRequest: (key: string, subject: string, category: string) => desk<{ reference: string }>('POST', `/chats/${key}/request`, { subject, category }),
    end: (key: string) => desk('POST', `/chats/${key}/closure`, {}),
  };
};

/** The key of the chat whose page is open. */
export const keyOf = (page: Page): string => /\/chat\/([\w-]+)/.exec(page.url())?.[1] ?? '';

/** Begins a chat on the portal's page with something that no article answers, and answers its key. */
export const beginOn = async (page: Page, question: string): Promise<string> => {
  await page.goto('/support/chat');
  await page.getByLabel('How can we help?').fill(question);
  if (await page.getByLabel('Email address').count()) await page.getByLabel('Email address').fill('grete@example.net');
  await page.getByRole('button', { name: /Start chat|Leave a message/ }).click();
  await page.getByRole('heading', { level: 1 }).and(page.getByText(/This may answer it|Waiting for somebody|Your message is with us/)).waitFor();
  const anyway = page.getByRole('button', { name: 'Chat with us', exact: true });
  if (await anyway.count()) await anyway.click();
  await page.getByLabel('Your message').waitFor();
  return keyOf(page);
};
