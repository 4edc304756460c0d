import { gzipSync } from 'node:zlib';
import type { Browser, Frame, Page } from 'playwright-core';
import { violationsOn } from '../support/axe';
import { launchBrowser, visit } from '../support/browser';
import { chattingAgent } from '../support/chatting';
import { foreignSite, type ForeignSite } from '../support/foreign-site';
import { identityWord } from '../support/identity-word';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
const secret = 'a secret of at least thirty-two characters';
let app: RunningApp;
let browser: Browser;
let shop: ForeignSite;
let stranger: ForeignSite;
let ada: Awaited<ReturnType<typeof chattingAgent>>;

beforeAll(async () => {
  [shop, stranger] = await Promise.all([foreignSite(), foreignSite()]);
  [app, browser] = await Promise.all([startApp({ PORTAL_LIVE_CHAT: 'true', PORTAL_CHAT_ORIGINS: shop.url, PORTAL_CHAT_SECRET: secret }), launchBrowser()]);
  stranger.embeds(app.url);
  ada = await chattingAgent(app.url);
  await ada.sit(true);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([app?.stop(), shop?.stop(), stranger?.stop()]);
});

const launch = (page: Page) => page.getByRole('button', { name: /^Chat/ });
const inside = (page: Page) => page.frameLocator('portal-chat iframe');
const frameOf = async (page: Page): Promise<Frame> => {
  const frame = await (await page.locator('portal-chat iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('The frame is not there.');
  return frame;
};
/** A visitor of the shop, with a chat begun and taken by Ada; answers its key. */
const chatOn = async (page: Page, question: string): Promise<string> => {
  await page.goto(shop.url);
  await launch(page).click();
  await inside(page).getByLabel('How can we help?').fill(question);
  await inside(page).getByRole('button', { name: 'Start chat' }).click();
  await inside(page).getByLabel('Your message').or(inside(page).getByRole('button', { name: 'Chat with us' })).first().waitFor();
  if (await inside(page).getByRole('button', { name: 'Chat with us' }).isVisible()) await inside(page).getByRole('button', { name: 'Chat with us' }).click();
  await inside(page).getByLabel('Your message').waitFor();
  const key = (await ada.waiting()).at(-1)?.key ?? '';
  await ada.accept(key);
  return key;
};

describe('a shop whose policy allows the portal’s script and frame, and no styles at all', () => {
  test('has a button; a visitor finds articles first, chats, closes it by the keyboard, sees what is unread, rates', async () => {
    shop.embeds(app.url);
    const { page, faults } = await visit(browser, { baseURL: shop.url });
    await page.goto(shop.url);
    const before = await page.evaluate(() => Object.keys(window).length);
    await launch(page).waitFor();
    expect(await page.evaluate(() => Object.keys(window).length)).toBe(before);
    expect([await launch(page).getAttribute('aria-expanded'), await page.locator('iframe').count()]).toEqual(['false', 0]);
    const key = await chatOn(page, 'How do I set up the Wi-Fi of the Hub again? It blinks blue.');
    await ada.write(key, 'Hold the **button**.');
    await inside(page).locator('.letter-body').getByText('Hold the button.').waitFor();
    expect(await inside(page).locator('[data-said]').textContent()).toMatch(/New message from Ada .*: Hold the button\.$/);
    await inside(page).getByLabel('Your message').fill('I do');
    await page.keyboard.press('Enter');
    await inside(page).locator('.letter-body').getByText('I do').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect([await launch(page).getAttribute('aria-expanded'), await launch(page).evaluate((button) => button === (button.getRootNode() as ShadowRoot).activeElement)]).toEqual(['false', true]);
    await ada.write(key, 'And now?');
    await page.getByRole('button', { name: 'Chat 1 new message' }).waitFor();
    await page.goto(`${shop.url}/other`);
    await page.getByRole('button', { name: 'Chat 1 new message' }).click();
    await inside(page).locator('.letter-body').getByText('And now?').waitFor();
    await inside(page).getByRole('button', { name: 'End chat' }).click();
    await inside(page).getByRole('button', { name: 'Yes, end chat' }).click();
    await inside(page).getByLabel('4 – Good').check();
    await inside(page).getByRole('button', { name: 'Send rating' }).click();
    await inside(page).locator('[data-said]').getByText('Thank you for your rating').waitFor({ state: 'attached' });
    expect((await ada.show(key)).chat.rating?.score).toBe(4);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('shows articles while the first message is typed; one opens beside the shop, and says at once that it was the answer', async () => {
    shop.embeds(app.url);
    const { page, context } = await visit(browser, { baseURL: shop.url });
    await page.goto(shop.url);
    await launch(page).click();
    const asked: [path: string, status: number][] = [];
    page.on('response', (response) => void (/knowledge\/(openings|suggestions\/)/.test(response.url()) && asked.push([new URL(response.url()).pathname.replace(/suggestions\/.*/, 'outcome'), response.status()])));
    await inside(page).getByLabel('How can we help?').fill('How do I set up the Wi-Fi of the Hub again? It blinks blue.');
    await inside(page).getByRole('heading', { name: 'These may answer it already' }).waitFor();
    const [article] = await Promise.all([context.waitForEvent('page'), inside(page).getByRole('link', { name: /opens in a new tab/ }).first().click()]);
    await article.getByRole('heading', { level: 1 }).waitFor();
    await article.close();
    await inside(page).getByRole('button', { name: /^This answered it/ }).first().click();
    await inside(page).locator('[data-said]').getByText('Good to hear').waitFor({ state: 'attached' });
    expect([await inside(page).getByLabel('How can we help?').inputValue(), await inside(page).getByRole('heading', { name: 'These may answer it already' }).isVisible()]).toEqual(['', false]);
    expect(asked).toEqual([['/api/portal/knowledge/openings', 201], ['/api/portal/knowledge/outcome', 200]]);
    await context.close();
  });

  test('fills a phone’s screen and can be closed there; axe finds nothing in it, light and dark', async () => {
    const { page } = await visit(browser, { baseURL: shop.url, width: 320, theme: 'dark' });
    await page.goto(shop.url);
    await launch(page).click();
    await inside(page).getByLabel('How can we help?').waitFor();
    const frame = await frameOf(page);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => undefined);
      await frame.evaluate((await import('axe-core')).default.source);
      expect(await frame.evaluate(async () => (await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run()).violations.map(({ id }) => id))).toEqual([]);
    }
    expect(await page.locator('portal-chat section').boundingBox()).toMatchObject({ x: 0, y: 0, width: 320 });
    expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Close chat' }).click();
    await launch(page).waitFor();
    await page.context().close();
  });

  test('may say who its visitor is, by its secret; a word of somebody else makes him a guest', async () => {
    for (const [given, expected] of [[secret, { name: 'Ines Alba', proven: true }], ['another secret, also of thirty-two characters', { name: '', proven: false }]] as const) {
      shop.embeds(app.url, `data-language="de" data-identity="${identityWord(given, { sub: '7', name: 'Ines Alba', email: 'ines@example.net' })}"`);
      const { page } = await visit(browser, { baseURL: shop.url });
      await page.goto(shop.url);
      await page.getByRole('button', { name: 'Chat' }).click();
      await inside(page).getByLabel('Wie können wir helfen?').fill('Zyzzyva quixotic marmalade?');
      await inside(page).getByRole('button', { name: 'Chat beginnen' }).click();
      await inside(page).getByLabel('Ihre Nachricht').waitFor();
      const line = (await ada.waiting()).at(-1);
      expect(line?.visitor).toMatchObject(expected);
      await ada.accept(line?.key ?? '');
      await ada.end(line?.key ?? '');
      await page.context().close();
    }
  });
});

describe('a page that means ill', () => {
  test('cannot show the frame unless the portal names it, and no other page of the portal at all', async () => {
    const client = new PortalClient(app.portal);
    const policyOf = async (path: string) => (await client.request(`/support${path}`)).headers;
    expect((await policyOf('/chat/frame')).get('content-security-policy')).toContain(`frame-ancestors ${shop.url};`);
    expect((await policyOf('/chat/frame')).get('x-frame-options')).toBeNull();
    for (const path of ['', '/chat', '/sign-in']) {
      const headers = await policyOf(path);
      expect([headers.get('content-security-policy'), headers.get('x-frame-options')]).toEqual([expect.stringContaining("frame-ancestors 'none'"), 'DENY']);
    }
    const { page } = await visit(browser, { baseURL: stranger.url });
    await page.goto(stranger.url);
    await launch(page).click();
    await page.getByRole('link', { name: 'Open the chat in a new tab' }).waitFor({ timeout: 20_000 });
    expect(await inside(page).getByLabel('How can we help?').count()).toBe(0);
    await page.context().close();
  });

  test('is not heard: messages of another window do nothing, nor do those of the right one with other keys', async () => {
    shop.embeds(app.url);
    const { page } = await visit(browser, { baseURL: shop.url });
    await page.goto(shop.url);
    await launch(page).click();
    await inside(page).getByLabel('How can we help?').waitFor();
    const frame = await frameOf(page);
    await page.evaluate(() => {
      for (const data of [{ portalChat: 'close' }, { portalChat: 'news', unread: 9, chatting: true }, 'close', null]) window.postMessage(data, '*');
    });
    await frame.evaluate(() => parent.postMessage({ portalChat: 'close', more: 1 }, '*'));
    await frame.evaluate(() => window.postMessage({ portalChat: 'hello', page: 'x', identity: 'y' }, '*'));
    await page.evaluate(() => undefined);
    expect(await page.getByRole('button', { name: 'Close chat' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.querySelector('portal-chat')?.shadowRoot?.querySelector('.count'))).toBeNull();
    await page.context().close();
  });
});

test('what a foreign page loads is at most 10 KB, and the frame 25 with its line', async () => {
  const text = async (path: string): Promise<string> => (await fetch(`${app.url}${path}`)).text();
  const widget = await fetch(`${app.portal}/chat/widget.js`);
  expect(widget.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(gzipSync(await widget.text()).length).toBeLessThan(10 * 1024);
  const asked = new Set<string>();
  const { page } = await visit(browser, { baseURL: shop.url });
  page.on('request', (request) => void (request.url().includes('/_astro/') && request.url().endsWith('.js') && asked.add(new URL(request.url()).pathname)));
  await chatOn(page, 'Zyzzyva quixotic marmalade?');
  await inside(page).getByText('You are talking to Ada').waitFor();
  const sizes = await Promise.all([...asked].map(async (path) => gzipSync(await text(path)).length));
  expect([...asked].some((path) => path.includes('chat-line'))).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25 * 1024);
  await page.context().close();
});
