import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { markupFaults } from '../support/markup';
import { parcelCategory, smallPng } from '../support/parcel-category';
import { signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(600_000);
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let app: RunningApp;
let browser: Browser;
let strangersPages: string[];
let customersPages: string[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const { data } = await (await agentClient(app, 'max@example.com')).makeCategory(parcelCategory);
  const cora = await new PortalClient(app.portal).signIn('cora@example.com');
  const fields = { 'fields.orderNumber': 'NW-1', 'fields.trouble': 'Damaged' };
  const reference = await cora.sendRequest(data.slug, 'A box without a lid', 'It came `open`.\n\n> quoted\n\n1. one\n2. two', fields);
  await (await agentClient(app)).reply(reference, 'Which colour is **the lid**?');
  strangersPages = ['', '/sign-in', '/register', '/forgot-password', '/confirm-email?code=x', '/reset-password?code=x', '/check-mail', '/nowhere'];
  customersPages = ['', '/requests', '/requests?q=nothing-like-this', `/requests/${reference}`, '/requests/new', `/requests/new/details?category=${data.slug}`, '/account', '/_mailbox'];
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** axe needs its own script to run, so "off" means that the page's scripts are refused, as by a strict policy. */
const withoutScripts = async (page: Page): Promise<void> => {
  await page.route('**/support/**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'none'" } });
  });
};

const faultsHere = async (page: Page, path: string): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const found = violations.map(({ id, nodes }) => `${path}: ${id} ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(', ')}`);
  return overflow > 0 ? [...found, `${path}: ${overflow} px too wide`] : found;
};

const faultsOf = async (page: Page, path: string): Promise<string[]> => {
  await page.goto(`/support${path}`);
  return faultsHere(page, path);
};

/** The pages of a new request that are only there once it is begun, and the ones that say what is wrong. */
const faultsOnTheWay = async (page: Page): Promise<string[]> => {
  const details = customersPages.find((path) => path.includes('/details')) ?? '';
  const go = async (button: string, sign: RegExp): Promise<void> => {
    await page.getByRole('button', { name: button }).click();
    await page.getByText(sign).first().waitFor();
    // Words are there before the styles that colours are judged by.
    await page.waitForLoadState();
  };
  await page.goto(`/support${details}`);
  await go('Continue', /There is a problem/);
  const found = await faultsHere(page, 'details with errors');
  await page.getByLabel('Subject').fill('A word that is longer than a phone is wide: Rechtsschutzversicherungsgesellschaft');
  await page.getByLabel('Description').fill('https://example.com/an/address/without/any/place/where/a/line/could/be/broken/at/all');
  await page.getByLabel('Order number').fill('NW-1');
  await page.getByLabel('Damaged').check();
  await go('Continue', /Add files/);
  await page.getByLabel('Attach files').setInputFiles({ name: 'a-name-that-goes-on-and-on-without-any-space-in-it-at-all.png', mimeType: 'image/png', buffer: smallPng });
  await go('Add files', /Files added/);
  found.push(...(await faultsHere(page, 'files')));
  await go('Continue', /Check your answers/);
  found.push(...(await faultsHere(page, 'check')));
  await page.goto('/support/requests/new');
  found.push(...(await faultsHere(page, 'new with a draft')));
  await page.goto('/support/requests/new/check');
  await go('Send request', /We have your request/);
  found.push(...(await faultsHere(page, 'sent')));
  await go('Close request', /The request is closed/);
  return [...found, ...(await faultsHere(page, 'closed'))];
};

const looks = [
  { javaScript: true, theme: 'light', width: 1280 },
  { javaScript: true, theme: 'dark', width: 320 },
  { javaScript: false, theme: 'light', width: 320 },
  { javaScript: false, theme: 'dark', width: 1280 },
  { javaScript: true, theme: 'light', width: 768 },
] as const;

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

  test('is at most 15 KB of HTML and 10 KB of scripts, compressed, without anything inline', async () => {
    for (const [path, html] of await pages()) {
      const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src]) => src ?? '');
      const sizes = await Promise.all(scripts.map(async (src) => gzipSync(Buffer.from(await (await fetch(`${app.url}${src}`)).arrayBuffer())).length));
      // The mailbox is a tool of the demo: it shows fifty mails at once.
      if (path !== '/_mailbox') expect([path, gzipSync(html).length < 15 * 1024]).toEqual([path, true]);
      expect([path, sizes.reduce((sum, size) => sum + size, 0) < 10 * 1024]).toEqual([path, true]);
      expect([path, html.match(/<script(?![^>]*\ssrc=)[^>]*>|<style[\s>]|<[^>]+\s(?:style|on[a-z]+)="/g)]).toEqual([path, null]);
    }
  });
});

describe.each(looks)('every page, JavaScript $javaScript, $theme, $width px', ({ javaScript, theme, width }) => {
  test('axe finds nothing and nothing is too wide', async () => {
    const { page, context, faults } = await visit(browser, { baseURL: app.url, theme, width });
    if (!javaScript) await withoutScripts(page);
    const found: string[] = [];
    for (const path of strangersPages) found.push(...(await faultsOf(page, path)));
    await signIn(page, 'cora@example.com');
    for (const path of customersPages) found.push(...(await faultsOf(page, path)));
    found.push(...(await faultsOnTheWay(page)));
    expect(found).toEqual([]);
    expect(javaScript ? faults : []).toEqual([]);
    await context.close();
  });
});
