import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visit } from '../support/browser';
import { signIn } from '../support/people';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(240_000);
const details = '/support/requests/new/details?category=something-else';
const question = { subject: 'The light on my Hub blinks blue', body: 'Since this morning the Hub blinks blue and does not find the Wi-Fi any more. How do I set up the Wi-Fi again?' };
let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const write = async (page: Page, { subject, body } = question): Promise<void> => {
  await page.goto(details);
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Description').fill(body);
  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Continue' }).click();
};
/** The offer that the answers page shows. */
const offerOn = async (page: Page): Promise<string> => new URL(await page.getByRole('link', { name: 'What the light on the Hub means' }).getAttribute('href') ?? '', app.url).searchParams.get('from') ?? '';
/** What came of an offer, as the desk will count it. */
const outcomeOf = async (page: Page, offer: string): Promise<string> => ((await (await page.request.get(`${app.url}/api/portal/knowledge/suggestions/${offer}`)).json()) as { data: { outcome: string } }).data.outcome;
const countOfRequests = async (page: Page): Promise<string | null> => {
  await page.goto('/support/requests');
  return page.getByRole('status').filter({ hasText: 'requests' }).textContent();
};

describe.each(twoModes)('a customer who is about to send a request $mode', ({ javaScript }) => {
  const cora = async () => {
    const visiting = await visit(browser, { baseURL: app.url, javaScript });
    await signIn(visiting.page, 'cora@example.com');
    return visiting;
  };

  test('is offered an answer, reads it, and needs no request any more', async () => {
    const { page, context, faults } = await cora();
    const before = await countOfRequests(page);
    await write(page);
    expect(await page.getByText('Step 2 of 4').count()).toBe(1);
    const offer = await offerOn(page);
    await page.getByRole('link', { name: 'What the light on the Hub means' }).click();
    await page.getByText('You are writing a request').first().waitFor();
    await page.getByRole('link', { name: 'Back to your request' }).first().click();
    expect(await page.getByText('You opened this').count()).toBe(1);
    await page.getByRole('link', { name: 'What the light on the Hub means' }).click();
    await page.getByRole('button', { name: 'This solved it' }).first().click();
    await page.getByRole('heading', { name: 'Good that it is solved' }).waitFor();
    expect(await outcomeOf(page, offer)).toBe('solved');
    expect(await countOfRequests(page)).toBe(before);
    await page.goto('/support/requests/new');
    expect(await page.getByText('We kept what you wrote before.').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('says at once which answer solved it', async () => {
    const { page, context } = await cora();
    await write(page);
    await page.getByRole('button', { name: 'This solved it: What the light on the Hub means' }).click();
    await page.getByRole('heading', { name: 'Good that it is solved' }).waitFor();
    await context.close();
  });

  test('sends it anyway, and is not asked again for the same answers', async () => {
    const { page, context } = await cora();
    await write(page);
    const offer = await offerOn(page);
    await page.getByRole('button', { name: 'Send it anyway' }).click();
    await page.getByText('Step 3 of 4').waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Answers that may help' }).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Step 3 of 4').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Step 4 of 4').waitFor();
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('It is our turn').waitFor();
    expect(await outcomeOf(page, offer)).toBe('sent');
    // What fits the request stands beside it from now on.
    expect(await page.getByRole('complementary').getByRole('link', { name: 'What the light on the Hub means' }).count()).toBe(1);
    await context.close();
  });

  test('is not bothered when nothing fits', async () => {
    const { page, context } = await cora();
    await write(page, { subject: 'Qwertz', body: 'Xylophone zugzwang flibbertigibbet.' });
    await page.getByText('Step 3 of 4').waitFor();
    expect(await page.getByLabel('Attach files').count()).toBe(1);
    await context.close();
  });

  test('cannot end it with a form that is too old', async () => {
    const { page, context } = await cora();
    await write(page);
    await context.clearCookies({ name: /portal_forms/ });
    await page.getByRole('button', { name: 'Send it anyway' }).click();
    await page.getByText('This page was open too long.').waitFor();
    await page.getByRole('button', { name: 'Send it anyway' }).click();
    await page.getByText('Step 3 of 4').waitFor();
    await context.close();
  });
});

test('while a customer writes, answers appear beside her words, and her cursor stays where it is', async () => {
  const { page, context, faults } = await visit(browser, { baseURL: app.url });
  await signIn(page, 'otto@example.org');
  await page.goto(details);
  await page.getByLabel('Subject').fill(question.subject);
  await page.getByLabel('Description').fill(question.body);
  const offer = page.getByRole('region', { name: 'These may answer it already' });
  await offer.getByRole('link', { name: 'What the light on the Hub means' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('body');
  expect(await page.getByRole('status').filter({ hasText: 'may help' }).count()).toBe(1);
  await offer.getByRole('link', { name: 'What the light on the Hub means' }).click();
  await page.getByRole('link', { name: 'Back to your request' }).first().click();
  expect(await page.getByLabel('Description').inputValue()).toBe(question.body);
  expect(faults).toEqual([]);
  await context.close();
});
