import { agentClient } from '../support/agent';
import { parcelCategory } from '../support/parcel-category';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(120_000);
let app: RunningApp;
let category: string;

beforeAll(async () => {
  app = await startApp();
  const { data } = await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, fields: [] });
  category = data.slug;
});
afterAll(() => app?.stop());

const cora = () => new PortalClient(app.portal).signIn('cora@example.com');
const details = '/support/requests/new/details';
const words = { subject: 'Half written', body: 'These words must survive.' };

describe('what a customer typed is never lost', () => {
  test('a session that ended while he wrote: the words wait behind the sign-in', async () => {
    const client = await cora();
    const token = await client.token(`${details}?category=${category}`);
    client.forget('portal_session');
    const fields = new URLSearchParams({ ...words, category, _csrf: token });
    const answer = await client.request(details, { method: 'POST', body: fields });
    expect(answer.status).toBe(303);
    const back = await client.request(answer.location);
    // The token belonged to the ended session, so the page first asks to sign in, then shows all again.
    await client.submit(back.location || answer.location, back.location || answer.location, { email: 'cora@example.com', password: 'Portal-demo-2026' });
    expect((await client.request(details)).html).toContain(words.body);
  });

  test('a reply written after the session ended is in its box after signing in', async () => {
    const client = await cora();
    const reference = await client.sendRequest(category, 'Session test', 'Hello');
    const page = `/support/requests/${reference}`;
    const token = await client.token(page);
    client.forget('portal_session');
    const form = new FormData();
    form.set('_csrf', token);
    form.set('body', 'Typed too late');
    await client.request(`${page}/replies`, { method: 'POST', body: form });
    await client.signIn('cora@example.com');
    expect((await client.request(page)).html).toContain('Typed too late');
  });

  test('nobody else at the same browser reads a draft that is hers', async () => {
    const client = await cora();
    await client.submit(`${details}?category=${category}`, details, words);
    client.forget('portal_session');
    await client.signIn('otto@example.org');
    expect((await client.request(`${details}?category=${category}`)).html).not.toContain(words.body);
  });

  test('a stale or missing token changes nothing and keeps every word', async () => {
    const client = await cora();
    for (const token of ['', 'x'.repeat(43)]) {
      const answer = await client.request(details, { method: 'POST', body: new URLSearchParams({ ...words, category, _csrf: token }) });
      expect(answer.status).toBe(303);
      const { html } = await client.request(answer.location);
      expect(html).toContain('This page was open too long');
      expect(html).toContain(words.body);
    }
  });

  test('the form sent twice, even at the same moment, makes one request', async () => {
    const client = await cora();
    await client.submit(`${details}?category=${category}`, details, { subject: 'Only once', body: 'Double click' });
    const check = '/support/requests/new/check';
    const { html } = await client.request(check);
    const form = () => new URLSearchParams({ _csrf: /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '', key: /name="key" value="([^"]*)"/.exec(html)?.[1] ?? '' });
    const send = () => client.request(check, { method: 'POST', body: form() });
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    const list = await client.request('/support/requests?q=Only+once');
    expect(list.html.match(/class="row-link"/g)).toHaveLength(1);
  });
});
