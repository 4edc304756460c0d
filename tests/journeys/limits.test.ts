import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { becomeCustomer } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';
import { continueToFiles } from '../support/wizard';

jest.setTimeout(120_000);
let app: RunningApp;
let browser: Browser;
let category: string;

beforeAll(async () => {
  const limits = { PORTAL_TICKETS_PER_DAY: '2', PORTAL_COMMENTS_PER_HOUR: '3', PORTAL_SEARCHES_PER_MINUTE: '12', PORTAL_LOCKOUT: JSON.stringify({ freeTries: 2 }) };
  [app, browser] = await Promise.all([startApp(limits), launchBrowser()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Of limits', position: 9500, fields: [] })).data.slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const alertOf = (page: Page): Promise<string> => page.getByRole('alert').innerText();

describe.each(twoModes)('somebody who has used up what there is $mode', ({ javaScript }) => {
  const email = `liz-${javaScript ? 'on' : 'off'}@example.com`;
  const words = 'The rain gauge fills, and nothing is counted. This was a lot to write.';
  let visiting: Visit;
  let page: Page;
  let reference: string;

  beforeAll(async () => {
    visiting = await visit(browser, { baseURL: app.url, javaScript });
    ({ page } = visiting);
    await becomeCustomer(page, app.portal, 'Liz Limit', email);
    const client = await new PortalClient(app.portal).signIn(email);
    reference = await client.sendRequest(category, 'The first', 'Words.');
    await client.sendRequest(category, 'The second', 'Words.');
  });
  afterAll(async () => {
    await visiting.context.close();
  });

  test('is told so before he writes, and when he can send the next', async () => {
    await page.goto('/support/requests/new');
    const notice = page.getByText('You have sent all requests that you can send for now');
    await notice.waitFor();
    expect(await page.getByText(/You can send 2 requests within 24 hours\./).innerText()).toMatch(/You can send the next one (tomorrow|today) at \d\d:\d\d \(UTC\)\./);
    await page.goto(`/support/requests/new/details?category=${category}`);
    await notice.waitFor();
  });

  test('keeps all that he wrote when he sends it all the same', async () => {
    await page.goto(`/support/requests/new/details?category=${category}`);
    await page.getByLabel('Subject').fill('A third one');
    await page.getByLabel('Description').fill(words);
    await continueToFiles(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Send request' }).click();
    expect(await alertOf(page)).toMatch(/That was a lot in a short time\. You can try again (tomorrow|today) at \d\d:\d\d \(UTC\)\. What you typed is still here\./);
    expect(await page.getByText(words).count()).toBe(1);
    await page.goto(`/support/requests/new/details?category=${category}`);
    expect(await page.getByLabel('Description').inputValue()).toBe(words);
  });

  test('keeps a reply that is one too many, and is told when it can go', async () => {
    await page.goto(`/support/requests/${reference}`);
    const reply = async (text: string): Promise<void> => {
      await page.getByLabel('Your reply').fill(text);
      await page.getByRole('button', { name: 'Send reply' }).click();
    };
    await reply('Number three within the hour.');
    await page.getByText('Number three within the hour.').first().waitFor();
    await reply('Number four, which has to wait.');
    expect(await alertOf(page)).toContain('You can try again ');
    expect(await page.getByLabel('Your reply').inputValue()).toBe('Number four, which has to wait.');
  });

  test('finds his words in the search, with the time when he can search again', async () => {
    let answer = await page.goto('/support/search?q=rain');
    for (let tries = 0; tries < 12 && answer?.status() === 200; tries += 1) answer = await page.goto('/support/search?q=rain');
    expect(answer?.status()).toBe(429);
    expect(answer?.headers()['ratelimit-policy']).toBe('"searches";q=12;w=60');
    expect(answer?.headers()['ratelimit']).toMatch(/^"searches";r=0;t=\d+$/);
    expect(Number(answer?.headers()['retry-after'])).toBeLessThanOrEqual(60);
    await page.getByText(/You can search again in \d+ seconds?\./).waitFor();
    expect(await page.getByRole('searchbox').or(page.getByRole('combobox')).first().inputValue()).toBe('rain');
  });

  test('is told at the sign-in when he can try again, and his address is still there', async () => {
    await page.context().clearCookies();
    await page.goto('/support/sign-in');
    for (let tries = 0; tries < 3; tries += 1) {
      await page.getByLabel('Email address').fill(email);
      await page.getByLabel('Password').first().fill(`wrong ${tries}`);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('alert').waitFor();
    }
    expect(await alertOf(page)).toMatch(/You can try again in \d+ seconds?\./);
    expect(await page.getByLabel('Email address').inputValue()).toBe(email);
  });
});
