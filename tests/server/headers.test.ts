import { makeCategory } from '../../database/seeds/builders/requests';
import { smallPng } from '../support/parcel-category';
import { routesBelow } from '../support/routes';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';
import type { Method } from '../support/visitor';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
beforeAll(async () => {
  desk = await bootDesk({ PORTAL_SECURITY_CONTACT: 'mailto:security@example.com', PORTAL_INBOUND_ADDRESS: 'support@example.com', PORTAL_INBOUND_SECRET: 'a secret that nobody guesses' });
  [cora, ada] = [await desk.customer('Cora Bell'), await desk.agent('Ada')];
  await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

/** What is wrong with the headers of an answer that is data. */
const faultsOf = (headers: Headers): string[] => {
  const has = (name: string, form: RegExp): string[] => (form.test(headers.get(name) ?? '') ? [] : [`${name}: ${headers.get(name) ?? 'missing'}`]);
  return [
    ...has('content-security-policy', /^sandbox; default-src 'none'/),
    ...(/unsafe/.test(headers.get('content-security-policy') ?? '') ? ['unsafe'] : []),
    ...has('x-content-type-options', /^nosniff$/),
    ...has('x-frame-options', /^DENY$/),
    ...has('referrer-policy', /^no-referrer$/),
    ...has('cross-origin-resource-policy', /^same-origin$/),
    ...has('cache-control', /no-store|public, (?:max-age=\d+|no-cache)/),
    ...(headers.has('x-powered-by') ? ['x-powered-by'] : []),
  ];
};
// Nobody's: the first session would be hers, and end.
const exampleOf = (path: string): string => path.replace(/:\w+/g, '999999999');

test('every route of the API has them, whoever asks and whatever comes of it', async () => {
  const routes = routesBelow(desk, '/api/portal');
  expect(routes.length).toBeGreaterThan(50);
  for (const route of routes) {
    const [method, path] = route.split(' ') as [Method, string];
    for (const who of [desk.visitor(), cora]) {
      // Signing out would make a stranger of her for the rest.
      if (path === '/auth/logout' && who === cora) continue;
      const answer = await who.fetch(method, exampleOf(path), method === 'GET' ? undefined : '{}', { 'content-type': 'application/json' });
      await answer.arrayBuffer();
      expect([route, answer.status, faultsOf(answer.headers)]).toEqual([route, answer.status, []]);
    }
  }
});

test('every route of the desk has them, for agents and for strangers', async () => {
  const routes = routesBelow(desk, '/portal');
  expect(routes.length).toBeGreaterThan(50);
  for (const route of routes) {
    const [method, path] = route.split(' ') as [Method, string];
    const signs: Record<string, string>[] = [{}, { authorization: `Bearer ${ada.token}` }];
    for (const headers of signs) {
      const answer = await fetch(`${desk.url}/portal${exampleOf(path)}`, { method, headers: { 'content-type': 'application/json', ...headers }, ...(method === 'GET' ? {} : { body: '{}' }) });
      await answer.arrayBuffer();
      expect([route, answer.status, faultsOf(answer.headers)]).toEqual([route, answer.status, []]);
    }
  }
});

test('addresses that lead nowhere, broken bodies and wrong methods have them too', async () => {
  const answers = [await desk.visitor().fetch('GET', '/nowhere'), await desk.visitor().fetch('POST', '/auth/login', '{"broken', { 'content-type': 'application/json' }), await desk.visitor().fetch('DELETE', '/auth/login'), await desk.visitor().fetch('POST', '/auth/login', '{}', { origin: 'https://evil.example' })];
  expect(answers.map(({ status }) => status)).toEqual([404, 400, 405, 403]);
  for (const { headers } of answers) expect(faultsOf(headers)).toEqual([]);
});

test('a file is saved, never shown, by its address in the API as by that among the pages', async () => {
  const { data } = await cora.upload('picture.png', new Uint8Array(smallPng));
  for (const address of [`${desk.url}/api/portal/attachments/${data.id}`, `${desk.url}/support/attachments/${data.id}`]) {
    const { headers, status } = await fetch(address, { headers: { cookie: cora.cookie } });
    expect([status, headers.get('content-disposition'), headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual([200, expect.stringMatching(/^attachment; /), 'nosniff', 'private, no-store']);
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  }
});

test.each(['', '/sign-in', '/register', '/search?q=rain', '/nowhere', '/feed.xml', '/sitemap.xml'])('the portal’s page “%s” forbids all that it does not need', async (path) => {
  const { headers } = await fetch(`${desk.url}/support${path}`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/default-src '(self|none)'/);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
  expect([headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'DENY', 'same-origin']);
});

describe('what browsers report', () => {
  const report = (page: string, blocked = 'https://elsewhere.example/x.png?secret=1', directive = 'img-src') => ({ 'csp-report': { 'document-uri': page, 'effective-directive': directive, 'blocked-uri': blocked } });
  const send = (body: unknown, type = 'application/csp-report') => desk.visitor().send('POST', '/csp-reports', typeof body === 'string' ? body : JSON.stringify(body), { 'content-type': type });
  const listed = async () => (await (await desk.agent('Max', ['settings.read', 'settings.change'])).get<{ directive: string; blocked: string; page: string; count: number }[]>('/settings/blocked-content')).data.map(({ directive, blocked, page, count }) => [directive, blocked, page, count]);

  test('is counted once for each page and cause, in both forms, without what an address may carry', async () => {
    const page = `${desk.url}/support/articles/rain?search=abc`;
    for (let times = 0; times < 3; times += 1) expect((await send(report(page))).status).toBe(204);
    await Promise.all(Array.from({ length: 5 }, () => send([{ type: 'csp-violation', body: { documentURL: `${desk.url}/support/shared/kM3jvYH0c7nQ2sLwXz9TtB5dEfGhIjKl`, effectiveDirective: 'script-src-elem', blockedURL: 'inline' } }, { type: 'deprecation', body: {} }], 'application/reports+json')));
    expect(await listed()).toEqual(expect.arrayContaining([['img-src', 'https://elsewhere.example/x.png', '/support/articles/rain', 3], ['script-src-elem', 'inline', '/support/shared/…', 5]]));
  });

  test('is left out where it is about other pages, extensions, or nothing at all', async () => {
    const before = await listed();
    const page = `${desk.url}/support`;
    for (const body of [report('https://evil.example/support'), report(page, 'chrome-extension://abc/x.js'), report(page, 'inline', '<script>'), {}, [], 'no json', report('')]) expect((await send(body)).status).toBeLessThan(500);
    expect((await send('[{"type":"csp-violation","body":{"documentURL":7}}]', 'application/reports+json')).status).toBe(204);
    expect((await send('{"broken', 'application/reports+json')).status).toBe(400);
    expect(await listed()).toEqual(before);
  });

  test('is refused when it is too much at once', async () => {
    for (const type of ['application/csp-report', 'application/reports+json']) expect(await send(JSON.stringify(report(`${desk.url}/support`, 'x'.repeat(70_000))), type)).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  test('is taken off the list by an admin who may, and by nobody else', async () => {
    expect((await (await desk.agent('Reader', ['settings.read'])).delete('/settings/blocked-content')).status).toBe(403);
    expect((await (await desk.agent('Changer', ['settings.read', 'settings.change'])).delete('/settings/blocked-content')).status).toBe(200);
    expect(await listed()).toEqual([]);
  });
});

test('security.txt says to whom a weakness is reported, and for how long', async () => {
  const answer = await fetch(`${desk.url}/.well-known/security.txt`);
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(text).toMatch(/^Contact: mailto:security@example\.com\nExpires: \d{4}-\d\d-\d\dT00:00:00\.000Z\nPreferred-Languages: en, de, ar\nCanonical: http/);
  const until = Date.parse(/Expires: (\S+)/.exec(text)?.[1] ?? '');
  expect(until - Date.now()).toBeGreaterThan(150 * 86_400_000);
  expect(until - Date.now()).toBeLessThan(365 * 86_400_000);
});
