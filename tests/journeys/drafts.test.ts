import type { Browser, BrowserContext, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { parcelCategory, smallPng } from '../support/parcel-category';
import { demoPassword, signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(120_000);
const words = 'These words took a quarter of an hour.';
let app: RunningApp;
let browser: Browser;
let category: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, name: 'Lost and found' })).data.slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const details = () => `/support/requests/new/details?category=${category}`;
const fillDetails = async (page: Page): Promise<void> => {
  await page.goto(details());
  await page.getByLabel('Subject').fill('Half written');
  await page.getByLabel('Description').fill(words);
  await page.getByLabel('Order number').fill('NW-7');
  await page.getByLabel('Late').check();
  await page.getByLabel('When was it due?').fill('2026-11-12');
  await page.getByLabel('It is a gift').check();
};
const expectDetails = async (page: Page): Promise<void> => {
  expect(await page.getByLabel('Subject').inputValue()).toBe('Half written');
  expect(await page.getByLabel('Description').inputValue()).toBe(words);
  expect(await page.getByLabel('Order number').inputValue()).toBe('NW-7');
  expect(await page.getByLabel('Late').isChecked()).toBe(true);
  expect(await page.getByLabel('When was it due?').inputValue()).toBe('2026-11-12');
  expect(await page.getByLabel('It is a gift').isChecked()).toBe(true);
};
const attach = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Attach files').setInputFiles({ name, mimeType: 'image/png', buffer: smallPng });
  await page.getByRole('button', { name: 'Add files' }).click();
  await page.getByRole('link', { name }).waitFor();
};
const endSession = (context: BrowserContext): Promise<void> => context.clearCookies({ name: 'portal_session' });
const comeBack = async (page: Page): Promise<void> => {
  await page.getByText('What you typed is kept.').waitFor();
  await page.getByLabel('Email address').fill('cora@example.com');
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};
const continueInNewTab = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  const kept = page.getByText('We kept what you wrote before.');
  // What a closing tab sends arrives when it likes.
  for (let tries = 0; tries < 20 && !(await kept.isVisible()); tries += 1) await page.goto('/support/requests/new');
  await page.getByRole('main').getByRole('link', { name: 'Continue' }).click();
  await page.getByLabel('Subject').waitFor();
  return page;
};

const asCora = async (javaScript: boolean, work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> => {
  const { page, context, faults } = await visit(browser, { baseURL: app.url, javaScript });
  await signIn(page, 'cora@example.com');
  await work(page, context);
  expect(faults).toEqual([]);
  await context.close();
};

describe.each(twoModes)('a half-written request $mode', ({ javaScript }) => {
  test('survives what is wrong with it', () =>
    asCora(javaScript, async (page) => {
      await fillDetails(page);
      await page.getByLabel('Subject').fill('');
      await page.getByLabel('Order number').fill('');
      await page.getByRole('button', { name: 'Continue' }).click();
      const said = await page.getByRole('alert').textContent();
      expect(said).toContain('Enter a subject');
      expect(said).toContain('Fill in “Order number”');
      await page.getByLabel('Subject').fill('Half written');
      await page.getByLabel('Order number').fill('NW-7');
      await expectDetails(page);
    }));

  test('survives the end of the session in the middle, with its files', () =>
    asCora(javaScript, async (page, context) => {
      await fillDetails(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await attach(page, 'receipt.png');
      await page.goto(details());
      await endSession(context);
      await page.getByRole('button', { name: 'Continue' }).click();
      await comeBack(page);
      await page.waitForURL(/\/new\/details/);
      await expectDetails(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('link', { name: 'receipt.png' }).waitFor();
      await endSession(context);
      await page.getByRole('button', { name: 'Continue' }).click();
      await comeBack(page);
      await page.getByRole('link', { name: 'receipt.png' }).waitFor();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText(words).waitFor();
      await endSession(context);
      await page.getByRole('button', { name: 'Send request' }).click();
      await comeBack(page);
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.getByRole('button', { name: 'Send request' }).click();
      await page.getByRole('heading', { name: 'Half written' }).waitFor();
      expect(await page.getByRole('link', { name: /receipt\.png/ }).count()).toBeGreaterThan(0);
    }));

  test('survives a closed tab from one page of the form to the next', () =>
    asCora(javaScript, async (page, context) => {
      await fillDetails(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL(/\/new\/files/);
      await page.close();
      await expectDetails(await continueInNewTab(context));
    }));

  test('is thrown away when she says so, and only then', () =>
    asCora(javaScript, async (page) => {
      await fillDetails(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL(/\/new\/files/);
      await page.goto('/support/requests/new');
      await page.getByRole('button', { name: 'Discard draft' }).click();
      await page.waitForURL(/\/new$/);
      expect(await page.getByText('We kept what you wrote before.').count()).toBe(0);
      await page.goto(details());
      expect(await page.getByLabel('Subject').inputValue()).toBe('');
    }));
});

describe('with JavaScript, what is typed and not sent yet', () => {
  test('survives a closed tab in the middle of a sentence', () =>
    asCora(true, async (page, context) => {
      await fillDetails(page);
      await page.close({ runBeforeUnload: true });
      await expectDetails(await continueInNewTab(context));
    }));

  test('survives as a reply, is sent once, and does not come back', () =>
    asCora(true, async (page, context) => {
      const reference = await (await new PortalClient(app.portal).signIn('cora@example.com')).sendRequest(category, 'With a reply', 'Hello', { 'fields.orderNumber': 'NW-1', 'fields.trouble': 'Damaged' });
      await page.goto(`/support/requests/${reference}`);
      await page.getByLabel('Your reply').pressSequentially(words);
      await page.getByText('Draft saved').waitFor();
      await page.close();
      const again = await context.newPage();
      await again.goto(`/support/requests/${reference}`);
      expect(await again.getByLabel('Your reply').inputValue()).toBe(words);
      await again.getByLabel('Your reply').press('End');
      await again.getByLabel('Your reply').pressSequentially(' And more.');
      await again.getByRole('button', { name: 'Send reply' }).click();
      await again.getByText('Your reply is sent.').waitFor();
      expect(await again.getByText(`${words} And more.`).count()).toBe(1);
      await again.goto(`/support/requests/${reference}`);
      expect(await again.getByLabel('Your reply').inputValue()).toBe('');
    }));
});
