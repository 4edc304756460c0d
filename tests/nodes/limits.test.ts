import { PortalClient } from '../support/portal-client';
import { demoPassword } from '../support/people';
import { agentClient } from '../support/agent';
import { startApp, type RunningApp } from '../support/running-app';
import { makeTestPlace, type TestPlace } from '../support/test-place';

jest.setTimeout(300_000);
const clients = 50;
const perAddress = { signInsPerHour: 40, registrationsPerHour: 30, confirmationsPerHour: 30, resetsPerHour: 30, searchesPerMinute: 230, changesPerHour: 90, reportsPerHour: 30, mailFailuresPerHour: 30 };
const figures = { PORTAL_ADDRESS_LIMITS: JSON.stringify(perAddress), PORTAL_TICKETS_PER_DAY: '60', PORTAL_COMMENTS_PER_HOUR: '45', PORTAL_UPLOADS_PER_HOUR: '33', PORTAL_SHARES_PER_DAY: '17', PORTAL_ACCOUNT_MAILS_PER_HOUR: '7', PORTAL_SEARCHES_PER_MINUTE: '110' };
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

interface Call {
  method: string;
  path: string;
  body?: unknown;
  /** Where it comes from, as a trusted proxy says. */
  address?: string;
  cookie?: string;
}

describe.each([
  ['Redis', { PORTAL_REDIS_URL: process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379' }],
  ['PostgreSQL alone', { PORTAL_REDIS_URL: '', PORTAL_LIVE: 'false' }],
  ['PostgreSQL because Redis does not answer', { PORTAL_LIMITS_REDIS_URL: 'redis://127.0.0.1:1' }],
])('two nodes that count in %s let through exactly as many as there are, however many of fifty clients come at once', (_where, environment) => {
  let place: TestPlace;
  let nodes: RunningApp[];
  let cora: string;
  let otto: string;
  let reference: string;
  let category: string;

  const send = async (node: RunningApp, { method, path, body, address = '192.0.2.1', cookie: own }: Call): Promise<number> => {
    const headers = { 'x-forwarded-for': address, ...(own ? { cookie: own } : {}), ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(`${node.url}/api/portal${path}`, { method, headers, ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }) });
    await answer.arrayBuffer();
    return answer.status;
  };
  /** Each client calls so often in a row, turning from node to node; answers how many calls were not refused by the limit. */
  const accepted = async (times: number, callOf: (client: number, time: number) => Call): Promise<number> => {
    const runs = Array.from({ length: clients }, async (_each, client) => {
      const statuses: number[] = [];
      for (let time = 0; time < times; time += 1) statuses.push(await send(nodes[(client + time) % nodes.length]!, callOf(client, time)));
      return statuses;
    });
    const statuses = (await Promise.all(runs)).flat();
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    return statuses.filter((status) => status !== 429).length;
  };

  const cookieOf = async (email: string): Promise<string> => {
    const answer = await fetch(`${nodes[0]!.url}/api/portal/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.200' }, body: JSON.stringify({ email, password: demoPassword }) });
    return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  };

  beforeAll(async () => {
    place = await makeTestPlace('limits');
    const shared = { ...place.environment, DATABASE_CLIENT: 'postgres', PORTAL_DATA_DIR: place.dataDirectory, TRUST_PROXY: 'true', ...figures, ...environment };
    nodes = [await startApp(shared), await startApp(shared)];
    category = (await (await agentClient(nodes[0]!, 'max@example.com')).makeCategory({ name: 'Of limits', position: 9500, fields: [] })).data.slug;
    const browser = await new PortalClient(nodes[0]!.portal).signIn('cora@example.com');
    reference = await browser.sendRequest(category, 'Limits', 'How many?');
    [cora, otto] = [await cookieOf('cora@example.com'), await cookieOf('otto@example.org')];
  });
  afterAll(async () => {
    for (const node of nodes ?? []) await node.stop();
    await place?.remove();
  });

  test('attempts to sign in', async () => {
    expect(await accepted(2, (client, time) => ({ method: 'POST', path: '/auth/login', body: { email: `nobody-${client}-${time}@example.com`, password: 'never right at all' }, address: '192.0.2.10' }))).toBe(perAddress.signInsPerHour);
  });
  test('registrations', async () => {
    expect(await accepted(1, (client) => ({ method: 'POST', path: '/auth/register', body: { name: 'Nora', email: `nora-${client}@example.com`, password: 'only-she-knows-this' }, address: '192.0.2.11' }))).toBe(perAddress.registrationsPerHour);
  });
  test('confirmations and new passwords', async () => {
    const code = 'x'.repeat(43);
    expect(await accepted(2, () => ({ method: 'POST', path: '/auth/email-confirmation', body: { code }, address: '192.0.2.12' }))).toBe(perAddress.confirmationsPerHour);
    expect(await accepted(2, () => ({ method: 'POST', path: '/auth/password-reset', body: { code, password: 'only-she-knows-this' }, address: '192.0.2.12' }))).toBe(perAddress.resetsPerHour);
  });
  test('mails to one address', async () => {
    expect(await accepted(1, (client) => ({ method: 'POST', path: '/auth/password-reset-request', body: { email: 'somebody@example.com' }, address: `198.51.100.${client}` }))).toBe(7);
  });
  test('searches of strangers and of a customer', async () => {
    expect(await accepted(8, () => ({ method: 'GET', path: '/knowledge/search?q=rain&typing=1', address: '192.0.2.13' }))).toBe(perAddress.searchesPerMinute);
    expect(await accepted(4, () => ({ method: 'GET', path: '/knowledge/search?q=rain&typing=1', cookie: otto }))).toBe(110);
  });
  test('drafts', async () => {
    expect(await accepted(3, () => ({ method: 'PUT', path: '/drafts/new-request', body: { values: { subject: 'Half' } }, address: '192.0.2.14' }))).toBe(perAddress.changesPerHour);
  });
  test('files', async () => {
    const file = (): FormData => {
      const form = new FormData();
      form.set('file', new Blob([png]), 'a.png');
      return form;
    };
    expect(await accepted(1, () => ({ method: 'POST', path: '/attachments', body: file(), cookie: cora }))).toBe(33);
  });
  test('messages, links to share and requests of a customer, which count themselves', async () => {
    // What she sent before, in the demo's story too, counts.
    const leftAfter = async (path: string, body: object, name: string): Promise<number> => {
      const answer = await fetch(`${nodes[0]!.url}/api/portal${path}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: cora }, body: JSON.stringify(body) });
      return Number(new RegExp(`"${name}";r=(\\d+)`).exec(answer.headers.get('ratelimit') ?? '')?.[1]);
    };
    const comments = `/tickets/${reference}/comments`;
    const messages = await leftAfter(comments, { body: 'The first.' }, 'messages');
    expect(messages).toBeGreaterThan(35);
    expect(await accepted(1, (client) => ({ method: 'POST', path: comments, body: { body: `Message ${client}.` }, cookie: cora }))).toBe(messages);
    expect(await accepted(1, () => ({ method: 'POST', path: `/tickets/${reference}/share-links`, body: { days: 7 }, cookie: cora }))).toBe(17);
    const request = { category, subject: 'One more', body: 'Words.' };
    const requests = await leftAfter('/tickets', request, 'requests');
    expect(requests).toBeGreaterThan(45);
    expect(await accepted(2, () => ({ method: 'POST', path: '/tickets', body: request, cookie: cora }))).toBe(requests);
  });
});
