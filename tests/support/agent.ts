import type { DeskTicketDetail, RequesterPanel } from '../../plugin/contracts/desk';
import { demoPassword } from './people';
import type { RunningApp } from './running-app';

interface Role {
  id: number;
  name: string;
}

/** What an agent does over the admin API, where a test is about what the customer then sees. */
export const agentClient = async (app: RunningApp, email = 'ada@example.com') => {
  const signedIn = await fetch(`${app.url}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: demoPassword }) });
  const { data } = (await signedIn.json()) as { data: { token?: string; accessToken?: string } };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${data.token ?? data.accessToken}` };
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${app.url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const send = (method: string, path: string, body?: unknown): Promise<unknown> => ask(method, `/portal${path}`, body);
  return {
    reply: (reference: string, body: string) => send('POST', `/tickets/${reference}/comments`, { body }),
    /** A reply that can be taken back for so many seconds. */
    hold: (reference: string, body: string, holdSeconds: number) => send('POST', `/tickets/${reference}/comments`, { body, holdSeconds }),
    show: (reference: string) => ask<{ data: DeskTicketDetail }>('GET', `/portal/tickets/${reference}`),
    requester: (reference: string) => ask<{ data: RequesterPanel }>('GET', `/portal/tickets/${reference}/requester`),
    saveReply: (name: string, body: string) => send('POST', '/saved-replies', { name, body }),
    /** Says whether the agent takes live chats. */
    sit: (available: boolean) => send('PUT', '/chat-seat', { available }),
    note: (reference: string, body: string) => send('POST', `/tickets/${reference}/notes`, { body }),
    change: (reference: string, change: object) => send('PUT', `/tickets/${reference}`, change),
    makeCategory: (category: object) => send('POST', '/categories', category) as Promise<{ data: { slug: string } }>,
    /** Changes something below the settings of the portal. */
    set: (method: string, path: string, body: object): Promise<unknown> => send(method, `/settings${path}`, body),
    /** What browsers blocked, as admins read it. */
    blocked: <Line>() => ask<{ data: Line[] }>('GET', '/portal/settings/blocked-content'),
    declareIncident: (incident: { title: string; text: string }) => send('POST', '/incidents', incident),
    /** An article as the content manager keeps it: a draft, in English. */
    makeArticle: (article: { title: string; slug: string; body: string; [field: string]: string }) => ask<{ data: { documentId: string } }>('POST', '/content-manager/collection-types/plugin::portal.article?locale=en', article),
    /** The page of a draft as a stranger would see it, below the portal's address. */
    preview: async (document: string): Promise<string> => {
      const { data } = await ask<{ data: { url: string } }>('POST', '/portal/knowledge/previews', { document, language: 'en' });
      return data.url.slice(app.portal.length);
    },
    /** Sets when an approved article goes out. */
    schedule: (document: string, moment: Date) => ask('PUT', `/content-manager/collection-types/plugin::portal.article/${document}?locale=en`, { publishAt: moment.toISOString() }),
    /** Somebody with one of Strapi's roles, who can sign in to the admin. */
    async makeUser(address: string, role: string): Promise<void> {
      const { data: roles } = await ask<{ data: Role[] }>('GET', '/admin/roles');
      const wanted = roles.filter(({ name }) => name === role).map(({ id }) => id);
      const made = await ask<{ data: { registrationToken: string } }>('POST', '/admin/users', { firstname: 'Eve', lastname: role, email: address, roles: wanted });
      await ask('POST', '/admin/register', { registrationToken: made.data.registrationToken, userInfo: { firstname: 'Eve', lastname: role, password: demoPassword } });
    },
  };
};
