import { agentClient } from '../support/agent';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
const secret = 'Snorkelfish';
let app: RunningApp;

beforeAll(async () => {
  app = await startApp();
  const admin = await agentClient(app, 'max@example.com');
  await admin.makeArticle({ title: `${secret} under the ice`, slug: 'snorkelfish', body: `The ${secret} is not told to anybody yet.` });
});
afterAll(() => app?.stop());

const stranger = (): PortalClient => new PortalClient(app.portal);
const article = '/support/articles/hub-lights';

describe('a page of an article', () => {
  test('is sent once, and then only named, to a stranger who leaves with no cookie', async () => {
    const first = await stranger().request(article);
    expect([first.status, first.headers.getSetCookie(), first.headers.get('cache-control')]).toEqual([200, [], 'public, max-age=0, must-revalidate']);
    const again = await stranger().request(article, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([again.status, again.html, again.headers.get('etag')]).toEqual([304, '', first.headers.get('etag')]);
    // The kept page lives on under what the 304 says: its policy must still let its styles in.
    expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
  });

  test('is another one in each language, and for who said something of it', async () => {
    const tagOf = async (client: PortalClient, language: string): Promise<string> => (await client.request(article, { headers: { 'accept-language': language } })).headers.get('etag') ?? '';
    expect(new Set(await Promise.all(['en', 'de', 'ar'].map((language) => tagOf(stranger(), language)))).size).toBe(3);
    const reader = stranger();
    const before = await tagOf(reader, 'en');
    const said = await reader.request(`${article}/feedback`, { method: 'POST', body: new URLSearchParams({ helpful: 'yes' }), headers: { origin: app.url } });
    expect([said.status, said.location]).toEqual([303, `${article}?said=yes#feedback`]);
    const after = await reader.request(article);
    expect([after.headers.get('etag') === before, after.headers.get('cache-control')]).toEqual([false, 'private, no-cache']);
  });

  test('belongs to a customer alone once she is signed in', async () => {
    const cora = await stranger().signIn('cora@example.com');
    const { headers } = await cora.request(article);
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['private, no-store', null]);
  });

  test('takes no opinion from a page of somebody else', async () => {
    const reader = stranger();
    for (const headers of [{ origin: 'https://evil.test' }, {}] as Record<string, string>[]) {
      await reader.request(`${article}/feedback`, { method: 'POST', body: new URLSearchParams({ helpful: 'no' }), headers });
    }
    expect((await reader.request(article)).headers.get('cache-control')).toContain('public');
  });

  test('has no script when it is plain, and weighs little', async () => {
    const { html } = await stranger().request('/support/articles/rain-reads-low');
    expect(html.match(/<script(?![^>]*ld\+json)/g)).toBeNull();
    expect(html).not.toMatch(/\son[a-z]+=|\sstyle=/);
  });
});

describe('what is not published', () => {
  const paths = ['', '/answers', '/answers/setting-up', '/faq', `/search?q=${secret}`, `/search/suggestions?q=${secret}`, '/sitemap.xml', '/feed.xml?language=en'];
  test.each(paths)('is not told at %s', async (path) => {
    for (const client of [stranger(), await stranger().signIn('cora@example.com')]) {
      const { status, html } = await client.request(`/support${path}`);
      expect([path, status]).toEqual([path, 200]);
      // The words that somebody searched for are repeated to him; more of it is not.
      expect(html).not.toMatch(/under the ice|not told to anybody/);
    }
  });

  test('is not there for who guesses its address, whatever he adds to it', async () => {
    for (const more of ['', '?status=draft', '?language=en', '?from=x', '?publicationState=preview']) {
      const { status, html } = await stranger().request(`/support/articles/snorkelfish${more}`);
      expect([more, status]).toEqual([more, 404]);
      expect(html).not.toContain(secret);
    }
  });
});

describe('a search', () => {
  const odd = ['', 'a', ' ', '"', "'; drop table portal_articles; --", 'title:rain AND NOT (wind*', '🌧️🌧️', 'كيف أعيد تشغيل الموزّع؟', 'مرحبا hub 123', '<script>alert(1)</script>', '%', '\u0000', 'x'.repeat(10_000)];
  test.each(odd.map((words) => [words.slice(0, 30), words]))('for %j is a page', async (_short, words) => {
    const { status, html } = await stranger().request(`/support/search?q=${encodeURIComponent(words)}`);
    expect(status).toBe(200);
    // Between quotes a tag is only a text.
    expect(html.replace(/"[^"]*"/g, '')).not.toContain('<script>alert');
  });

  test('past its last page shows the last one', async () => {
    const { status, location } = await stranger().request('/support/search?q=hub&page=999');
    expect([status, location]).toEqual([303, '/support/search?q=hub&page=2']);
  });
});

describe('for search engines and feed readers', () => {
  test('the sitemap lists each language of what everybody may read', async () => {
    const { html, headers } = await stranger().request('/support/sitemap.xml');
    expect(headers.get('content-type')).toContain('application/xml');
    expect(html).toContain(`<loc>${app.portal}/articles/lichter-am-hub</loc>`);
    expect(html).toContain(`<loc>${app.portal}/articles/hub-lights?language=ar</loc>`);
    expect((await stranger().request('/robots.txt')).html).toContain(`Sitemap: ${app.portal}/sitemap.xml`);
  });

  test('the feed tells of new articles in its language', async () => {
    const { html } = await stranger().request('/support/feed.xml?language=de');
    expect(html).toContain('<title>Was das Licht am Hub bedeutet</title>');
    expect(html).not.toContain('What the light on the Hub means');
  });

  test('an article says what it is, where it lives, and in which languages', async () => {
    const { html } = await stranger().request(article);
    for (const part of ['<link rel="canonical"', 'hreflang="ar"', 'property="og:title"', '"@type":"Article"', '<meta name="description"']) expect(html).toContain(part);
    expect((await stranger().request('/support/faq')).html).toContain('"@type":"FAQPage"');
  });
});
