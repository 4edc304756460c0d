import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visit } from '../support/browser';
import { signIn } from '../support/people';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(240_000);
let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const stranger = (javaScript: boolean) => visit(browser, { baseURL: app.url, javaScript });
const search = async (page: Page, words: string): Promise<void> => {
  await page.getByLabel('Search for help').fill(words);
  await page.getByRole('button', { name: 'Search' }).click();
};
const titleOf = (page: Page): Promise<string | null> => page.getByRole('heading', { level: 1 }).textContent();

describe.each(twoModes)('a stranger looks for an answer $mode', ({ javaScript }) => {
  test('searches, opens the very part that was found, and says that it helped', async () => {
    const { page, context, faults } = await stranger(javaScript);
    await page.goto('/support');
    await search(page, 'calibrate the rain spoon');
    await page.getByText(/\d+ answers?/).first().waitFor();
    expect(await page.locator('mark').first().textContent()).toMatch(/calibrat|rain|spoon/i);
    await page.getByRole('link', { name: 'Rain reads too low, or not at all' }).click();
    expect(await titleOf(page)).toBe('Rain reads too low, or not at all');
    const part = new URL(page.url()).hash.slice(1);
    expect(await page.locator(`[id="${part}"]`).count()).toBe(1);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    expect(await contents.getByRole('link').count()).toBe(3);
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('Good that it helped').waitFor();
    await page.goto('/support/articles/rain-reads-low');
    expect(await page.getByText('You said that this helped.').count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('finds what admins ask of the portal itself', async () => {
    const { page, context } = await stranger(javaScript);
    await page.goto('/support/search?q=how+do+I+change+the+largest+file');
    await page.getByRole('main').getByRole('link', { name: 'How do I change the largest file?' }).first().click();
    expect(await titleOf(page)).toBe('How do I change the largest file?');
    await context.close();
  });

  test('says that it did not help, and why, and is shown the way to ask', async () => {
    const { page, context } = await stranger(javaScript);
    await page.goto('/support/articles/hub-lights');
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByLabel('Something is missing').check();
    await page.getByLabel('What would have helped you?').fill('My light is violet.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Our authors read this.').waitFor();
    await page.getByRole('link', { name: 'New request' }).click();
    await page.getByText('Sign in to continue.').waitFor();
    await context.close();
  });

  test('finds nothing, is helped on, and takes the words along into a request', async () => {
    const { page, context } = await stranger(javaScript);
    await page.goto('/support/search');
    await search(page, 'xylophone qwertz');
    await page.getByText('Nothing found for “xylophone qwertz”').waitFor();
    await signIn(page, 'cora@example.com');
    await page.goto('/support/search?q=xylophone+qwertz');
    await page.getByRole('link', { name: 'Ask us instead' }).click();
    await page.getByRole('link', { name: 'Something else' }).click();
    expect(await page.getByLabel('Subject').inputValue()).toBe('xylophone qwertz');
    await context.close();
  });

  test('is asked what was meant by a mistyped word', async () => {
    const { page, context } = await stranger(javaScript);
    await page.goto('/support/search?q=batery');
    await page.getByRole('main').getByRole('link', { name: 'battery' }).click();
    expect(await page.getByLabel('Search for help').inputValue()).toBe('battery');
    await context.close();
  });

  test('browses topics, and reads the questions that are asked most', async () => {
    const { page, context } = await stranger(javaScript);
    await page.goto('/support');
    await page.getByRole('link', { name: 'Answers', exact: true }).click();
    await page.getByRole('link', { name: 'Hub and connection' }).click();
    await page.getByRole('link', { name: 'What the light on the Hub means' }).click();
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Hub and connection' }).click();
    await page.getByRole('link', { name: 'Frequently asked questions' }).click();
    await page.getByText('Change or cancel an order').click();
    await page.getByRole('link', { name: 'Read this on its own page: Change or cancel an order' }).click();
    expect(await titleOf(page)).toBe('Change or cancel an order');
    await context.close();
  });

  test('stays within a topic, and turns pages', async () => {
    const { page, context } = await stranger(javaScript);
    await page.goto('/support/search?q=hub');
    const all = await page.getByText(/^\d+ answers$/).textContent();
    await page.getByRole('link', { name: 'Next' }).click();
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
    await page.getByLabel('Topic').selectOption({ label: 'Setting up' });
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.getByText(/^\d+ answers?$/).textContent()).not.toBe(all);
    await context.close();
  });
});

describe('an article in the language of its reader', () => {
  const reader = async (locale: string) => {
    const context = await browser.newContext({ baseURL: app.url, locale });
    return { context, page: await context.newPage() };
  };

  test('runs from right to left in Arabic', async () => {
    const { context, page } = await reader('ar');
    await page.goto('/support/articles/hub-lights');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await titleOf(page)).toBe('معنى ضوء الموزّع');
    expect(await page.getByRole('button', { name: 'نعم' }).count()).toBe(1);
    await context.close();
  });

  test('falls back to the language that it has, says so, and is marked as such', async () => {
    const { context, page } = await reader('ar');
    await page.goto('/support/articles/invoices');
    await page.getByText('هذه الإجابة باللغة الإنجليزية.').waitFor();
    expect(await page.locator('.article-text').getAttribute('lang')).toBe('en');
    expect(await page.locator('.article-text').getAttribute('dir')).toBe('ltr');
    await context.close();
  });

  test('is the translation, whichever language’s address was opened', async () => {
    const { context, page } = await reader('de');
    await page.goto('/support/articles/hub-lights');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`${app.portal}/articles/lichter-am-hub`);
    await page.goto('/support/articles/hub-lights?language=en');
    expect(await titleOf(page)).toBe('What the light on the Hub means');
    await context.close();
  });
});

test('a video of another site is a link, and is loaded only once it is asked for', async () => {
  const { page, context, faults } = await stranger(true);
  const asked: string[] = [];
  await context.route('https://video.northwind.example/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<title>Player</title>' });
  });
  await page.goto('/support/articles/choose-a-place');
  expect(await page.getByRole('link', { name: 'Watch it at video.northwind.example' }).count()).toBe(1);
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Play the video here' }).click();
  await page.frameLocator('iframe').locator('title').waitFor({ state: 'attached' });
  expect(asked).toHaveLength(1);
  expect(faults).toEqual([]);
  await context.close();
});

describe('suggestions while somebody types', () => {
  test('are offered below the field, chosen with the arrow keys, and gone with Escape', async () => {
    const { page, context, faults } = await stranger(true);
    await page.goto('/support');
    const field = page.getByRole('combobox', { name: 'Search for help' });
    await field.pressSequentially('hub light');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await list.getByRole('option').first().waitFor();
    expect(await page.getByRole('status').filter({ hasText: 'suggestions' }).textContent()).toMatch(/^\d suggestions\. Use the arrow keys/);
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await field.press('Escape');
    expect(await list.isVisible()).toBe(false);
    expect(await field.inputValue()).toBe('hub light');
    await field.press('ArrowDown');
    const option = page.locator(`[id="${await field.getAttribute('aria-activedescendant')}"]`);
    expect(await option.getAttribute('aria-selected')).toBe('true');
    const title = await option.locator('span').textContent();
    await field.press('Enter');
    await page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('do not stand in the way of searching', async () => {
    const { page, context } = await stranger(true);
    await page.goto('/support');
    await page.getByLabel('Search for help').pressSequentially('rain');
    await page.getByRole('option').first().waitFor();
    await page.getByLabel('Search for help').press('Enter');
    await page.waitForURL(/\/search\?q=rain/);
    await context.close();
  });
});
