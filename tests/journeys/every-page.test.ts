import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { fullArticle } from '../support/full-article';
import { markupFaults } from '../support/markup';
import { faultsHere, isPlain, widthFaults, withoutScripts } from '../support/page-faults';
import { parcelCategory, smallPng } from '../support/parcel-category';
import { demoPassword, mailAbout, signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(600_000);
let app: RunningApp;
let browser: Browser;
let strangersPages: string[];
let customersPages: string[];
let translatedPages: string[];
let detailsPage: string;

const knowledgePages = ['', '/answers', '/answers/readings', '/faq', '/search', '/search?q=hub', '/search?q=xylophone', '/search?q=batery', '/articles/hub-lights', '/articles/api-tokens', '/articles/rain-reads-low?said=no'];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ PORTAL_LIVE_CHAT: 'true' }), launchBrowser()]);
  const [max, ada] = [await agentClient(app, 'max@example.com'), await agentClient(app)];
  const { data: category } = await max.makeCategory(parcelCategory);
  const { data: article } = await max.makeArticle(fullArticle);
  const cora = await new PortalClient(app.portal).signIn('cora@example.com');
  const fields = { 'fields.orderNumber': 'NW-1', 'fields.trouble': 'Damaged' };
  const reference = await cora.sendRequest(category.slug, 'A box without a lid', 'It came `open`.\n\n> quoted\n\n1. one\n2. two', fields);
  await ada.reply(reference, 'Which colour is **the lid**?');
  const page = `/support/requests/${reference}`;
  await cora.submit(page, `${page}/share-links`, { days: '7' });
  await cora.submit(page, `${page}/participants`, { email: 'a.very.long.address.of.somebody.who.takes.part@example.com' });
  const shared = /\/shared\/[\w-]{43}/.exec((await cora.request(page)).html)?.[0] ?? '';
  const solved = await cora.sendRequest(category.slug, 'Solved soon', 'Please.', fields);
  await ada.reply(solved, 'It is done.');
  await ada.change(solved, { state: 'solved' });
  const { text } = await mailAbout(app.portal, 'cora@example.com', `${solved}] Solved`);
  const [leave = '', rate = ''] = [/\/unsubscribe\/\S+/, /\/rate\/\S+/].map((link) => link.exec(text)?.[0]);
  await max.declareIncident({ title: 'An incident', text: 'It is **late**.' });
  const chat = (await cora.submit('/support/chat', '/support/chat', { text: 'Is anybody there? **Hello** https://example.com/an/address/without/any/place/where/a/line/could/be/broken', do: 'begin' })).location.slice('/support'.length);
  const preview = await max.preview(article.documentId);
  detailsPage = `/requests/new/details?category=${category.slug}`;
  strangersPages = [...knowledgePages, preview, shared, '/chat', '/sign-in', '/sign-in?problem=expired', '/register', '/forgot-password', '/confirm-email?code=x', '/reset-password?code=x', '/check-mail', '/sign-in/problem', '/unsubscribe/x', '/offline', leave, rate, '/nowhere'];
  customersPages = ['', '/dashboard', '/requests', '/requests?q=nothing-like-this', `/requests/${reference}`, '/requests/new', detailsPage, '/requests/new/answers', '/requests/new/solved', '/articles/hub-lights', '/account', '/account/security', '/account/security/password', '/account/security/app', '/account/security/passkey', '/account/verify', '/account/notifications', '/account/providers', '/account/data', '/account/erasure?code=x', '/notifications', '/notifications?unread=yes', chat, `${chat}/end`, `/requests/${solved}`, `/requests/${solved}/rating`, `/requests/${reference}/rating`, '/_mailbox'];
  translatedPages = [...knowledgePages, '/offline', '/articles/choose-a-place', '/chat', '/sign-in', '/register', '/nowhere'];
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Presses a button, and waits for words of the next page and its styles. */
const go = async (page: Page, button: string, sign: RegExp): Promise<void> => {
  await page.getByRole('button', { name: button }).click();
  await page.getByText(sign).first().waitFor();
  // Words are there before the styles that colours are judged by.
  await page.waitForLoadState();
};

/** Leaves a request that has answers on offer, so that their page is there. */
const writeRequest = async (page: Page): Promise<void> => {
  await page.goto('/support/requests/new/details?category=something-else');
  await page.getByLabel('Subject').fill('The light on my Hub blinks blue');
  await page.getByLabel('Description').fill('How do I set up the Wi-Fi of the Hub again? It blinks blue.');
  await page.getByLabel('None of these').check();
  await go(page, 'Continue', /Send it anyway/);
};

/** Fills in what no phone is wide enough for. */
const writeLongWords = async (page: Page): Promise<void> => {
  await page.getByLabel('Subject').fill('A word that is longer than a phone is wide: Rechtsschutzversicherungsgesellschaft');
  await page.getByLabel('Description').fill('https://example.com/an/address/without/any/place/where/a/line/could/be/broken/at/all');
  await page.getByLabel('Order number').fill('NW-1');
  await page.getByLabel('Damaged').check();
};

/** The pages of a new request that are only there once it is begun, and the ones that say what is wrong. */
const faultsOnTheWay = async (page: Page): Promise<string[]> => {
  await page.goto(`/support${detailsPage}`);
  await go(page, 'Continue', /There is a problem/);
  const found = await faultsHere(page, 'details with errors');
  await writeLongWords(page);
  await go(page, 'Continue', /Add files/);
  await page.getByLabel('Attach files').setInputFiles({ name: 'a-name-that-goes-on-and-on-without-any-space-in-it-at-all.png', mimeType: 'image/png', buffer: smallPng });
  await go(page, 'Add files', /Files added/);
  found.push(...(await faultsHere(page, 'files')));
  await go(page, 'Continue', /Check your answers/);
  found.push(...(await faultsHere(page, 'check')));
  await page.goto('/support/requests/new');
  found.push(...(await faultsHere(page, 'new with a draft')));
  await page.goto('/support/requests/new/check');
  await go(page, 'Send request', /We have your request/);
  found.push(...(await faultsHere(page, 'sent')));
  await go(page, 'Close request', /The request is closed/);
  return [...found, ...(await faultsHere(page, 'closed'))];
};

/** Cora signs in with her page, and reads in this language from now on. */
const speak = async (page: Page, language: string): Promise<void> => {
  const cora = await new PortalClient(app.portal).signIn('cora@example.com');
  await cora.request('/api/portal/me', { method: 'PATCH', body: JSON.stringify({ language }), headers: { 'content-type': 'application/json' } });
  await page.goto('/support/sign-in');
  await page.locator('input[name=email]').fill('cora@example.com');
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/sign-in'));
};

describe('every page, as it is sent', () => {
  const pages = async (): Promise<[string, string][]> => {
    const [stranger, cora] = [new PortalClient(app.portal), await new PortalClient(app.portal).signIn('cora@example.com')];
    const read = (client: PortalClient) => async (path: string): Promise<[string, string]> => [path, (await client.request(`/support${path}`)).html];
    return [...(await Promise.all(strangersPages.map(read(stranger)))), ...(await Promise.all(customersPages.map(read(cora))))];
  };

  test('html-validate finds nothing', async () => {
    const found = [];
    for (const [path, html] of await pages()) found.push(...(await markupFaults(html, path)));
    expect(found).toEqual([]);
  });

  const weights = new Map<string, Promise<number>>();
  // A connection that was kept open may be closed by the other side just then: asked once more, it is a new one.
  const weigh = async (address: string): Promise<number> => gzipSync(Buffer.from(await (await fetch(address).catch(() => fetch(address))).arrayBuffer())).length;
  const weightOf = (src: string): Promise<number> => {
    const known = weights.get(src) ?? weigh(`${app.url}${src}`);
    weights.set(src, known);
    return known;
  };

  test('is at most 15 KB of HTML and 10 KB of scripts, compressed, without anything inline', async () => {
    for (const [path, html] of await pages()) {
      const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src]) => src ?? '');
      const sizes = await Promise.all(scripts.map(weightOf));
      // The mailbox is a tool of the demo: it shows fifty mails at once.
      if (path !== '/_mailbox') expect([path, gzipSync(html).length < 15 * 1024]).toEqual([path, true]);
      expect([path, sizes.reduce((sum, size) => sum + size, 0) < 10 * 1024]).toEqual([path, true]);
      expect([path, html.match(/<script(?![^>]*(?:\ssrc=|ld\+json))[^>]*>|<style[\s>]|<[^>]+\s(?:style|on[a-z]+)="/g)]).toEqual([path, null]);
    }
  });
});

test('a mail of the demo can be looked at as a mail program shows it, and does nothing there', async () => {
  const visitor = new PortalClient(app.portal);
  const [, address = ''] = /href="([^"]*_mailbox\/mail\?id=[^"]+)"/.exec((await visitor.request('/support/_mailbox')).html) ?? [];
  const mail = await fetch(new URL(address.replaceAll('&amp;', '&'), app.url));
  expect([mail.status, (await mail.text()).includes('</html>'), mail.headers.get('content-security-policy')]).toEqual([200, true, expect.stringMatching(/^default-src 'none'.*sandbox/)]);
  expect((await visitor.request('/support/_mailbox/mail?id=other')).status).toBe(404);
});

test('a page that only has something to read has no script at all', async () => {
  for (const path of ['/answers/readings', '/faq', '/articles/hub-lights']) expect([path, (await new PortalClient(app.portal).request(`/support${path}`)).html.match(/<script[^>]*\ssrc=/g)]).toEqual([path, null]);
});

describe.each(twoModes)('every page $mode, light and dark, at 320, 768 and 1280 px', ({ javaScript }) => {
  test('has nothing that axe finds, and nothing that is too wide', async () => {
    const { page, context, faults } = await visit(browser, { baseURL: app.url });
    if (!javaScript) await withoutScripts(page);
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      await page.goto(`/support${path}`);
      if (javaScript || !(await isPlain(page))) found.push(...(await faultsHere(page, path)));
    };
    for (const path of strangersPages) await look(path);
    await signIn(page, 'cora@example.com');
    await writeRequest(page);
    for (const path of customersPages) await look(path);
    found.push(...(await faultsOnTheWay(page)));
    expect(found).toEqual([]);
    expect(javaScript ? faults : []).toEqual([]);
    await context.close();
  });
});

describe.each([['Arabic', 'ar', 'rtl'], ['German', 'de', 'ltr']] as const)('in %s', (_name, language, direction) => {
  const runs = async (page: Page, path: string): Promise<void> => {
    await page.goto(`/support${path}`);
    expect([path, await page.locator('html').getAttribute('lang'), (await page.locator('html').getAttribute('dir')) ?? 'ltr']).toEqual([path, language, direction]);
  };

  test('every page that strangers see has nothing that axe finds, light and dark, and nothing that is too wide; of a customer’s own nothing is too wide', async () => {
    const context = await browser.newContext({ baseURL: app.url, reducedMotion: 'reduce', locale: language });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of translatedPages) {
      await runs(page, path);
      found.push(...(await faultsHere(page, path)));
    }
    await speak(page, language);
    for (const path of customersPages) {
      await runs(page, path);
      found.push(...(await widthFaults(page, path)));
    }
    expect(found).toEqual([]);
    await context.close();
  });
});
