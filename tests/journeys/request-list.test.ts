import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { becomeCustomer, signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(180_000);
const email = 'lena@example.com';
const sent = 23;
let app: RunningApp;
let browser: Browser;

/** Lena's 23 requests: the first is the oldest, one is urgent to her, one waits for her, one is closed, one is of another kind. */
const fillList = async (): Promise<void> => {
  const max = await agentClient(app, 'max@example.com');
  const kind = (name: string) => max.makeCategory({ name, fields: [] });
  const [usual, rare] = [await kind('Everyday matters'), await kind('Rare matters')];
  const lena = await new PortalClient(app.portal).signIn(email);
  const send = (subject: string, body = 'Nothing special.', slug = usual.data.slug, fields = {}) => lena.sendRequest(slug, subject, body, fields);
  await send('The first of all');
  for (let number = 2; number <= sent - 4; number += 1) await send(`Everyday request ${number}`);
  await send('Found by its words', 'It is about a walrus.');
  await send('The most pressing', 'At once.', usual.data.slug, { priority: 'high' });
  await send('Of a rare kind', 'Hardly ever.', rare.data.slug);
  const closed = await send('Done with');
  await lena.submit(`/support/requests/${closed}`, `/support/requests/${closed}/closure`, { state: 'closed' });
  const list = await lena.request('/support/requests?q=The+first+of+all');
  const first = /\/requests\/(R-[0-9A-Z]+)/.exec(list.html)?.[1] ?? '';
  await (await agentClient(app)).reply(first, 'Which one do you mean?');
};

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const { page, context } = await visit(browser, { baseURL: app.url });
  await becomeCustomer(page, app.portal, 'Lena List', email);
  await context.close();
  await fillList();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const subjects = (page: Page): Promise<string[]> => page.getByRole('table', { name: 'Your requests' }).getByRole('rowheader').getByRole('link').allTextContents();
const count = (page: Page, words: string): Promise<void> => page.getByRole('status').filter({ hasText: words }).waitFor();
const apply = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.waitForLoadState();
};
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).selectOption(option);
  await apply(page);
};

describe.each(twoModes)('a customer with many requests $mode', ({ javaScript }) => {
  let page: Page;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const visiting = await visit(browser, { baseURL: app.url, javaScript });
    page = visiting.page;
    close = async () => {
      expect(visiting.faults).toEqual([]);
      await visiting.context.close();
    };
    await signIn(page, email);
  });
  beforeEach(async () => void (await page.goto('/support/requests')));
  afterAll(() => close());

  test('turns the pages and sees each request once', async () => {
    await count(page, `${sent} requests`);
    const first = await subjects(page);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL(/page=2/);
    const second = await subjects(page);
    expect([first.length, second.length]).toEqual([20, 3]);
    expect(new Set([...first, ...second]).size).toBe(sent);
    expect(await page.getByRole('link', { name: 'Page 2' }).getAttribute('aria-current')).toBe('page');
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.waitForURL((url) => !url.search.includes('page=2'));
    expect(await subjects(page)).toEqual(first);
  });

  test('finds a request by words that are only in its text, and goes back to all', async () => {
    await page.getByLabel('Search your requests').fill('walrus');
    await apply(page);
    await count(page, '1 request');
    expect(await subjects(page)).toEqual(['Found by its words']);
    expect(await page.getByLabel('Search your requests').inputValue()).toBe('walrus');
    await page.getByRole('link', { name: 'Show all requests' }).click();
    await count(page, `${sent} requests`);
  });

  test('is told what to do when nothing matches', async () => {
    await page.getByLabel('Search your requests').fill('no such thing');
    await apply(page);
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('link', { name: 'Show all requests' }).click();
    await count(page, `${sent} requests`);
  });

  test.each([
    ['Show', 'Waiting for you', ['The first of all']],
    ['Show', 'Done', ['Done with']],
    ['Category', 'Rare matters', ['Of a rare kind']],
  ])('sees under “%s: %s” what belongs there', async (label, option, expected) => {
    await choose(page, label, option);
    expect(await subjects(page)).toEqual(expected);
  });

  test('puts them in another order, which the next page keeps', async () => {
    await choose(page, 'Sort by', 'Most urgent');
    expect((await subjects(page))[0]).toBe('The most pressing');
    await choose(page, 'Sort by', 'Oldest');
    expect((await subjects(page))[0]).toBe('The first of all');
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL(/page=2/);
    expect((await subjects(page)).at(-1)).toBe('Done with');
    expect(await page.getByLabel('Sort by').inputValue()).toBe('createdAt');
  });

  test('narrows twice, and can send the address to herself', async () => {
    await page.getByLabel('Show', { exact: true }).selectOption('Open');
    await page.getByLabel('Search your requests').fill('request 7');
    await apply(page);
    expect(await subjects(page)).toEqual(['Everyday request 7']);
    await page.goto(page.url());
    expect(await subjects(page)).toEqual(['Everyday request 7']);
    expect(await page.getByLabel('Show', { exact: true }).inputValue()).toBe('active');
  });
});
