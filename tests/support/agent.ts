import { demoPassword } from './people';
import type { RunningApp } from './running-app';

/** What an agent does over the admin API, where a test is about what the customer then sees. */
export const agentClient = async (app: RunningApp, email = 'ada@example.com') => {
  const signedIn = await fetch(`${app.url}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: demoPassword }) });
  const { data } = (await signedIn.json()) as { data: { token?: string; accessToken?: string } };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${data.token ?? data.accessToken}` };
  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${app.url}/portal${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    reply: (reference: string, body: string) => send('POST', `/tickets/${reference}/comments`, { body }),
    note: (reference: string, body: string) => send('POST', `/tickets/${reference}/notes`, { body }),
    change: (reference: string, change: object) => send('PUT', `/tickets/${reference}`, change),
    makeCategory: (category: object) => send('POST', '/categories', category) as Promise<{ data: { slug: string } }>,
  };
};
