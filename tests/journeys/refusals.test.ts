import http from 'node:http';
import { agentClient } from '../support/agent';
import { parcelCategory } from '../support/parcel-category';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(120_000);
let app: RunningApp;
let category: string;
let cora: PortalClient;
let reference: string;

beforeAll(async () => {
  app = await startApp();
  const { data } = await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, fields: [] });
  category = data.slug;
  cora = await new PortalClient(app.portal).signIn('cora@example.com');
  reference = await cora.sendRequest(category, 'Hers alone', 'Nobody else reads this.');
});
afterAll(() => app?.stop());

const withHost = (host: string): Promise<number> =>
  new Promise((resolve) => http.get(`${app.portal}/sign-in`, { headers: { host } }, (answer) => resolve(answer.resume().statusCode ?? 0)));
const dangerous = '<img src=x onerror=alert(1)><script>alert(1)</script>[x](javascript:alert(1))';
const withoutTokens = (html: string): string => html.replace(/name="_csrf" value="[^"]*"/g, '');

describe('the pages answer bad input clearly and give nothing away', () => {
  test('an unknown host gets 421, a form from another site 403', async () => {
    expect(await withHost('evil.test')).toBe(421);
    const foreign = await cora.submit('/support/account', '/support/account', { name: 'Mallory' }, { origin: 'https://evil.test' });
    expect(foreign.status).toBe(403);
    expect((await cora.request('/support/account')).html).not.toContain('Mallory');
  });

  test('a stranger sees the same bytes for her request as for one that never was', async () => {
    const otto = await new PortalClient(app.portal).signIn('otto@example.org');
    const hers = await otto.request(`/support/requests/${reference}`);
    const missing = await otto.request('/support/requests/R-ZZZZZZ');
    expect([hers.status, missing.status]).toEqual([404, 404]);
    expect(withoutTokens(hers.html)).toBe(withoutTokens(missing.html));
    for (const part of ['replies', 'closure', 'files']) {
      await otto.submit('/support/account', `/support/requests/${reference}/${part}`, { body: 'intruder', state: 'closed', remove: 'x' });
    }
    const { html } = await cora.request(`/support/requests/${reference}`);
    expect(html).not.toContain('intruder');
    expect(html).toContain('Close request');
  });

  test('nobody signed in is asked to sign in, and brought back', async () => {
    const nobody = new PortalClient(app.portal);
    for (const page of ['/requests', `/requests/${reference}`, '/requests/new', '/account']) {
      const answer = await nobody.request(`/support${page}`);
      expect([answer.status, decodeURIComponent(answer.location)]).toEqual([303, `/support/sign-in?return=${page}`]);
    }
    const file = await nobody.request('/support/attachments/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(file.status).toBe(404);
  });

  test('script in every field stays text', async () => {
    const sent = await cora.sendRequest(category, dangerous.slice(0, 190), dangerous);
    const { html, headers } = await cora.request(`/support/requests/${sent}`);
    expect(html).not.toMatch(/<img src=x|<script>alert|href="javascript:/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
    const list = await cora.request('/support/requests');
    expect(list.html).not.toMatch(/<img src=x|<script>alert/);
  });

  test('over-long text is refused at its field and kept', async () => {
    const page = '/support/requests/new/details';
    const subject = 'long '.repeat(41);
    await cora.submit(`${page}?category=${category}`, page, { subject, body: 'b'.repeat(50_001) });
    const { html } = await cora.request(page);
    expect(html).toContain('“Subject” can have 200 characters at most');
    expect(html).toContain('“Description” can have 50000 characters at most');
    expect(html).toContain('b'.repeat(50_001));
  });

  test('a page number or state that is none shows the list, not an error', async () => {
    for (const query of ['page=-1', 'pageSize=10000&page=1', 'state=nonsense']) {
      const answer = await cora.request(`/support/requests?${query}`);
      expect([200, 303]).toContain(answer.status);
    }
    const beyond = await cora.request('/support/requests?page=999');
    expect([beyond.status, beyond.location]).toEqual([303, '/support/requests']);
  });

  test('words that only programs know are no news and no token', async () => {
    for (const done of ['constructor', 'toString', '__proto__']) {
      for (const page of ['/sign-in', `/requests/${reference}`]) expect((await cora.request(`/support${page}?done=${done}`)).html).not.toMatch(/\[object|native code|class="notice success"/);
    }
    expect((await cora.submit('/support/account', '/support/account', { _csrf: 'é'.repeat(43), name: 'Mallory' })).status).toBe(403);
    expect((await cora.request('/support/account')).html).not.toContain('Mallory');
  });

  test('an internal note reaches neither page nor mail', async () => {
    const ada = await agentClient(app);
    await ada.note(reference, 'SECRET-NOTE about this customer');
    await ada.reply(reference, 'A friendly answer');
    const { html } = await cora.request(`/support/requests/${reference}`);
    expect(html).toContain('A friendly answer');
    expect(html).not.toContain('SECRET-NOTE');
    expect((await cora.request('/support/requests?q=SECRET-NOTE')).html).not.toContain('Hers alone');
    expect((await cora.request('/support/_mailbox.json')).html).not.toContain('SECRET-NOTE');
  });
});
