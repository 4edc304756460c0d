import type { ChildProcess } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { parcelCategory, smallPng } from '../support/parcel-category';
import { becomeCustomer, demoPassword } from '../support/people';
import { pseudoFaults } from '../support/pseudo-faults';
import { pseudoSite } from '../support/pseudo-site';
import { freePort, startApp, startScript, type RunningApp } from '../support/running-app';
import { continueToFiles } from '../support/wizard';

jest.setTimeout(300_000);
const secret = { PORTAL_SITE_SECRET: 'a secret that both servers know' };
let app: RunningApp;
let site: ChildProcess;
let browser: Browser;
let siteUrl: string;

beforeAll(async () => {
  const port = String(await freePort());
  siteUrl = `http://localhost:${port}`;
  app = await startApp({ ...secret, PORTAL_PUBLIC_URL: siteUrl, PORTAL_LIVE_CHAT: 'true' });
  site = await startScript('site/server.mjs', { ...secret, PORTAL_API_URL: app.url, SITE_PORT: port, PORTAL_MAIL: 'mailbox', PORTAL_BRAND: 'Far Help' }, /pages are at/);
  browser = await launchBrowser();
  await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, fields: [] });
});
afterAll(async () => {
  await browser?.close();
  site?.kill();
  await app?.stop();
});

test('strangers there see the name that Strapi has', async () => {
  expect(await (await fetch(`${siteUrl}/support`)).text()).toContain('Northwind Help');
});

test('the same pages, on a server of their own in front of a Strapi elsewhere, take a request with a file', async () => {
  const { page, context } = await visit(browser, { baseURL: siteUrl, javaScript: false });
  await becomeCustomer(page, `${siteUrl}/support`, 'Fern Far', 'fern@example.com');
  await page.goto('/support/requests/new');
  await page.getByRole('link', { name: 'Missing parcels' }).click();
  await page.getByLabel('Subject').fill('From afar');
  await page.getByLabel('Description').fill('Through two servers.');
  await continueToFiles(page);
  await page.getByLabel('Attach files').setInputFiles({ name: 'far.png', mimeType: 'image/png', buffer: smallPng });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Send request' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /far\.png/ }).first().click()]);
  expect(download.suggestedFilename()).toBe('far.png');
  expect(page.url()).toContain(siteUrl);
  await context.close();
});

describe('the pages in a language that nobody speaks, whose words are longer than those of English', () => {
  const open = ['', '/answers', '/answers/readings', '/faq', '/search', '/search?q=hub', '/search?q=xylophone', '/search?q=batery', '/articles/hub-lights', '/articles/rain-reads-low?said=no', '/chat', '/sign-in', '/sign-in?problem=expired', '/register', '/forgot-password', '/confirm-email?code=x', '/reset-password?code=x', '/check-mail', '/sign-in/problem', '/unsubscribe/x', '/offline', '/nowhere'];
  const own = ['', '/dashboard', '/requests', '/requests?q=nothing-like-this', '/requests/new', '/requests/new/details?category=something-else', '/requests/new/answers', '/requests/new/solved', '/account', '/account/security', '/account/security/password', '/account/security/app', '/account/security/passkey', '/account/verify', '/account/notifications', '/account/providers', '/account/data', '/account/erasure?code=x', '/notifications', '/notifications?unread=yes', '/chat'];
  let copy: ReturnType<typeof pseudoSite>;
  let server: ChildProcess;
  let url: string;

  beforeAll(async () => {
    copy = pseudoSite();
    const port = String(await freePort());
    url = `http://localhost:${port}`;
    server = await startScript('site/server.mjs', { ...secret, PORTAL_SITE: copy.directory, PORTAL_API_URL: app.url, SITE_PORT: port }, /pages are at/);
  });
  afterAll(() => {
    server?.kill();
    copy?.remove();
  });

  test('are wide enough for them, cut nothing off, and leave no word of ours untranslated', async () => {
    const context = await browser.newContext({ baseURL: url, locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers: 'block' });
    const page = await context.newPage();
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      await page.goto(`/support${path}`);
      expect([path, await page.locator('h1').innerText()]).toEqual([path, expect.stringMatching(/./)]);
      found.push(...(await pseudoFaults(page, path)));
    };
    for (const path of open) await look(path);
    // A cookie belongs to a host, whatever its port: signed in at the app is signed in here.
    const signedIn = await context.request.post(`${app.url}/api/portal/auth/login`, { data: { email: 'cora@example.com', password: demoPassword }, headers: { origin: siteUrl } });
    const { data: tickets } = (await (await context.request.get(`${app.url}/api/portal/tickets`)).json()) as { data: { reference: string; state: string }[] };
    expect([signedIn.ok(), tickets.length > 5]).toEqual([true, true]);
    const solved = tickets.find(({ state }) => state === 'solved')?.reference ?? '';
    for (const path of [...own, ...tickets.slice(0, 6).map(({ reference }) => `/requests/${reference}`), `/requests/${solved}/rating`]) await look(path);
    expect(found).toEqual([]);
    await context.close();
  });
});
