import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { parcelCategory } from '../support/parcel-category';
import { demoPassword } from '../support/people';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, name: 'Keyboard matters', fields: parcelCategory.fields.slice(0, 2) });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Presses Tab until the focused element has this name or text; fails when it never gets there. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const said = await focused.evaluate((element) => {
      const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])] : [];
      return [element.getAttribute('aria-label'), ...labels.map((label) => label.textContent), element.textContent].join(' ');
    });
    if (said.includes(name)) return;
  }
  throw new Error(`Tab never reached "${name}" on ${page.url()}`);
};
/** Presses Enter on what has this name, and waits for the page that it leads to. */
const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name);
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
};
const type = async (page: Page, name: string, text: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.type(text);
};

test.each([true, false])('a customer who uses no mouse sends, answers and closes a request (JavaScript %s)', async (javaScript) => {
  const { page, context } = await visit(browser, { baseURL: app.url, javaScript });
  await page.goto('/support/sign-in');
  await type(page, 'Email address', 'cora@example.com');
  await type(page, 'Password', demoPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();

  await press(page, 'New request');
  await press(page, 'Keyboard matters');
  await type(page, 'Subject', 'Sent without a mouse');
  await type(page, 'Description', 'Every key counts.');
  await type(page, 'Order number', 'NW-7');
  await tabTo(page, 'Late');
  await page.keyboard.press('Space');
  await press(page, 'Continue');
  await press(page, 'Continue');
  await press(page, 'Send request');
  await page.getByRole('heading', { name: 'Sent without a mouse' }).waitFor();
  await type(page, 'Your reply', 'One more thing.');
  await press(page, 'Send reply');
  await page.getByText('Your reply is sent.').waitFor();
  await press(page, 'Close request');
  await page.getByText('The request is closed.').waitFor();
  await context.close();
});
