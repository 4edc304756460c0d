import { demoPassword, makeAgent, type Agent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import { createPortalClient, PortalError } from '../../plugin/contracts/client/portal-client';
import type { AppTokens } from '../../plugin/contracts/app-tokens';
import type { NewWebhook, Webhook, WebhookMessage } from '../../plugin/contracts/webhooks';
import { chatDesk } from '../support/chats';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';
import { isGenuine, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: Agent;
let max: LoggedIn;
let category: string;
let crm: WebhookReceiver;
beforeAll(async () => {
  crm = await startWebhookReceiver();
  desk = await bootDesk({ ...chatDesk, PORTAL_SIGN_IN_METHOD: 'token', PORTAL_WEBHOOK_PRIVATE_HOSTS: crm.host });
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  max = await desk.agent('Max', ['settings.webhooks', 'audit.read']);
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(async () => {
  await desk?.stop();
  await crm?.stop();
});

describe('an app that stands on the client', () => {
  const signedIn = async (who: SignedIn = cora, fetch: typeof globalThis.fetch = globalThis.fetch) => {
    let held: AppTokens | null = null;
    const client = createPortalClient({ url: desk.url, method: 'token', fetch: (address, init) => fetch(address, init), tokens: { load: () => held, save: (tokens) => void (held = tokens) } });
    await client.signIn({ email: who.customer.email, password: demoPassword, device: 'Field app' });
    return { client, tokens: () => held, spoil: () => void (held = held && { ...held, accessToken: 'x'.repeat(43) }) };
  };

  test('sends a request, reads it and its list, and is told who is signed in', async () => {
    const { client } = await signedIn();
    const { data: sent, status } = await client.post('/tickets', { body: { category, subject: 'From the app', body: 'Hello.' } });
    expect(status).toBe(201);
    const { data, meta } = await client.get('/tickets/:reference', { params: { reference: sent.reference } });
    expect([data.comments[0]?.body, meta.viewer?.name]).toEqual(['Hello.', 'Cora Bell']);
    const list = await client.get('/tickets', { query: { q: 'From the app', pageSize: 5 } });
    expect([list.data.map(({ reference }) => reference), list.meta.pagination.total]).toEqual([[sent.reference], 1]);
  });

  test('sends it once, though the answer was lost on its way', async () => {
    const lost = new Set<string>();
    const leaky: typeof globalThis.fetch = async (address, init) => {
      const answer = await fetch(address, init);
      const isTicket = String(address).endsWith('/tickets') && init?.method === 'POST';
      if (!isTicket || lost.size > 0) return answer;
      lost.add(String(address));
      throw new TypeError('The connection was closed.');
    };
    const { client } = await signedIn(cora, leaky);
    const { status, data } = await client.post('/tickets', { body: { category, subject: 'Sent on a train', body: 'Hello.' } });
    expect([lost.size, status]).toEqual([1, 200]);
    const { data: all } = await client.get('/tickets', { query: { q: 'Sent on a train' } });
    expect(all.map(({ reference }) => reference)).toEqual([data.reference]);
  });

  test('gets new tokens by itself, once for many calls, and signs out for good', async () => {
    let refreshed = 0;
    const { client, tokens, spoil } = await signedIn(cora, (address, init) => {
      if (String(address).endsWith('/auth/refresh')) refreshed += 1;
      return fetch(address, init);
    });
    spoil();
    expect((await Promise.all([client.get('/me'), client.get('/tickets'), client.get('/notifications')])).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(refreshed).toBe(1);
    await client.signOut();
    expect(tokens()).toBeNull();
    await expect(client.get('/me')).rejects.toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  test('hears why something was refused, with the fields that are to blame', async () => {
    const { client } = await signedIn();
    const refused = await client.post('/tickets', { body: { category, subject: '', body: 'Hello.' } }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PortalError);
    expect(refused).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ path: 'subject', rule: 'required' }] });
  });

  test('takes files and gives them back, and no stranger’s request', async () => {
    const { client } = await signedIn();
    const { id } = await client.upload('note.pdf', new Blob(['%PDF-1.7\n%%EOF\n']));
    const file = await client.file('/attachments/:id', { params: { id } });
    expect(await file.text()).toBe('%PDF-1.7\n%%EOF\n');
    const { data } = await client.post('/tickets', { body: { category, subject: 'Hers alone', body: 'Hello.', attachments: [id] } });
    const { client: stranger } = await signedIn(otto);
    await expect(stranger.get('/tickets/:reference', { params: { reference: data.reference } })).rejects.toMatchObject({ status: 404, code: 'not_found' });
    await expect(stranger.file('/attachments/:id', { params: { id } })).rejects.toMatchObject({ status: 404 });
  });
});

test('whoever has the document of the API asks for it again for nothing', async () => {
  const first = await desk.visitor().get('/openapi.json');
  expect(JSON.parse(first.text)).toMatchObject({ openapi: '3.1.1', servers: [{ url: `${desk.url}/api/portal` }] });
  expect((await desk.visitor().get('/openapi.json', { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);
});

const queue = () => portal<{ sendDue(): Promise<void> }>(desk.app, 'webhook-queue');
const sent = async (): Promise<void> => {
  await desk.settle();
  await queue().sendDue();
};
const later = (hours: number): Promise<void> => at(desk.app, new Date(Date.now() + hours * 3_600_000), () => queue().sendDue());
const wish = { name: 'CRM', events: ['ticket.opened', 'ticket.customer_replied', 'ticket.agent_replied', 'ticket.state_changed'] };
const made = async (change: object = {}): Promise<NewWebhook> => {
  const { status, data, text } = await max.post<NewWebhook>('/settings/webhooks', { ...wish, address: crm.url, ...change });
  if (status !== 201) throw new Error(text);
  return data;
};
const messagesOf = async ({ id }: Webhook): Promise<WebhookMessage[]> => (await max.get<WebhookMessage[]>(`/settings/webhooks/${id}/messages`)).data;
const removed = ({ id }: Webhook) => max.delete(`/settings/webhooks/${id}`);
const opened = (subject: string) => sendRequest(desk.app, cora.customer, { category, subject, body: 'The lamp **blinks**.' });
const toldTypes = () => crm.told.map(({ payload: { type } }) => type);

describe('a system that wants to be told', () => {
  beforeEach(() => {
    crm.told.length = 0;
    crm.answers.length = 0;
  });

  test('hears what happens to a request, signed, and neither notes nor her address', async () => {
    const webhook = await made();
    const reference = await opened('My lamp blinks');
    await writeNote(desk.app, ada, reference, 'She is a difficult one.');
    await replyAsAgent(desk.app, ada, reference, 'Which lamp?', { state: 'pending' });
    await sent();
    expect(toldTypes().sort()).toEqual(['ticket.agent_replied', 'ticket.opened', 'ticket.state_changed']);
    expect(crm.told.every((told) => isGenuine(webhook.secret, told))).toBe(true);
    const opening = crm.told.find(({ payload }) => payload.type === 'ticket.opened')!;
    expect(opening.payload.data).toMatchObject({ ticket: { reference, subject: 'My lamp blinks', requester: { name: 'Cora Bell' } }, message: { author: { kind: 'customer', name: 'Cora Bell' }, body: 'The lamp **blinks**.' } });
    expect(crm.told.map(({ body }) => body).join()).not.toMatch(/difficult|cora\.bell@/);
    expect(await messagesOf(webhook)).toEqual(expect.arrayContaining([expect.objectContaining({ subject: reference, event: 'ticket.opened', state: 'sent', status: 204, attempts: 1 })]));
    await removed(webhook);
  });

  test('hears nothing of what happened before it asked to, also where that is told late', async () => {
    await opened('Too early');
    const webhook = await made();
    await sent();
    expect(toldTypes()).toEqual([]);
    await removed(webhook);
  });

  test('sees through another’s signature, a changed word and an old message', async () => {
    const webhook = await made();
    await opened('Signed');
    await sent();
    const [told] = crm.told as [(typeof crm.told)[0]];
    expect(isGenuine(webhook.secret, told)).toBe(true);
    expect(isGenuine(webhook.secret, { ...told, body: told.body.replace('Signed', 'Forged') })).toBe(false);
    expect(isGenuine(webhook.secret, told, Date.now() + 3_600_000)).toBe(false);
    const renewed = (await max.post<NewWebhook>(`/settings/webhooks/${webhook.id}/secrets`)).data;
    expect(isGenuine(renewed.secret, told)).toBe(false);
    await removed(webhook);
  });

  test('is told her address where an admin asked for it, and only of what it chose', async () => {
    const webhook = await made({ events: ['ticket.customer_replied'], withEmail: true });
    const reference = await opened('With address');
    await cora.post(`/tickets/${reference}/comments`, { body: 'It is the red one.' });
    await sent();
    expect(crm.told.map(({ payload }) => payload)).toMatchObject([{ type: 'ticket.customer_replied', data: { ticket: { requester: { email: cora.customer.email } }, message: { body: 'It is the red one.' } } }]);
    await removed(webhook);
  });

  test('gets the same message again, with growing pauses, until it takes it', async () => {
    const webhook = await made({ events: ['ticket.opened'] });
    crm.answers.push({ status: 500 }, { status: 302, headers: { location: `http://${crm.host}/elsewhere` } });
    await opened('Again and again');
    await sent();
    expect(await messagesOf(webhook)).toMatchObject([{ state: 'queued', attempts: 1, status: 500 }]);
    await sent();
    expect(crm.told).toHaveLength(1);
    await later(0.05);
    expect(await messagesOf(webhook)).toMatchObject([{ state: 'queued', attempts: 2, status: 302 }]);
    await later(0.5);
    expect(new Set(crm.told.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect([crm.told.length, await messagesOf(webhook)]).toMatchObject([3, [{ state: 'sent', attempts: 3 }]]);
    await removed(webhook);
  });

  test('that takes nothing for days is given up, which admins read, and can be told again', async () => {
    const webhook = await made({ events: ['ticket.opened'] });
    crm.answers.push(...Array.from({ length: 10 }, () => ({ status: 503 })));
    await opened('For days');
    await desk.settle();
    for (const hours of [0, 1, 2, 5, 11, 22, 37, 60, 90, 130]) await later(hours);
    expect(await messagesOf(webhook)).toMatchObject([{ state: 'failed', attempts: 10, status: 503, nextAt: null }]);
    expect((await max.get<{ what: string; action: string }[]>('/settings/audit-entries')).data).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'webhook CRM', action: 'given_up', who: 'portal' })]));
    const [message] = (await messagesOf(webhook)) as [WebhookMessage];
    await max.post(`/settings/webhooks/${webhook.id}/messages/${message.id}/sendings`);
    await queue().sendDue();
    expect(await messagesOf(webhook)).toMatchObject([{ key: message.key, state: 'sent' }]);
    await removed(webhook);
  });

  test('that says it is gone is switched off', async () => {
    const webhook = await made({ events: ['ticket.opened'] });
    crm.answers.push({ status: 410 });
    await opened('To nobody');
    await sent();
    expect((await max.get<Webhook[]>('/settings/webhooks')).data).toMatchObject([{ id: webhook.id, active: false, failed: 1 }]);
    await opened('To nobody either');
    await sent();
    expect(crm.told).toHaveLength(1);
    await removed(webhook);
  });

  test('can be tried before anything happens', async () => {
    const webhook = await made({ active: false });
    expect((await max.post<WebhookMessage>(`/settings/webhooks/${webhook.id}/messages`)).data).toMatchObject({ event: 'webhook.tested', state: 'sent', status: 204 });
    expect(crm.told).toMatchObject([{ payload: { type: 'webhook.tested', data: { webhook: 'CRM' } } }]);
    await removed(webhook);
  });

  test('is never one of our own house that nobody named, nor one without https', async () => {
    for (const address of ['https://127.0.0.1/x', 'https://10.0.0.7/x', 'https://[::1]/x', 'https://localhost/x', 'https://crm.internal/x', 'http://example.com/x', 'https://user:word@example.com/x', 'ftp://example.com/x', 'nonsense']) {
      const { status, error } = await max.post('/settings/webhooks', { ...wish, address });
      expect([address, status, error?.details.errors[0]?.path]).toEqual([address, 400, 'address']);
    }
    // A name that could be anybody's, and leads to us when it is called.
    const webhook = await made({ address: 'https://localhost.example.invalid.example/x' });
    expect((await max.post<WebhookMessage>(`/settings/webhooks/${webhook.id}/messages`)).data).toMatchObject({ state: 'queued', status: null, error: expect.any(String) as string });
    await removed(webhook);
  });

  test('has a secret that no later answer and no table tells', async () => {
    const webhook = await made();
    const { text } = await max.get('/settings/webhooks');
    const kept = JSON.stringify([await desk.app.db.query('plugin::portal.webhook').findMany({}), await desk.app.db.query('plugin::portal.audit-entry').findMany({})]);
    for (const place of [text, kept]) expect(place).not.toContain(webhook.secret.slice('whsec_'.length));
    await removed(webhook);
  });
});
