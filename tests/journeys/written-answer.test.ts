import type { Browser, Page } from 'playwright-core';
import { AnswerServer, type AskedOfModel } from '../support/answer-server';
import { violationsOn } from '../support/axe';
import { launchBrowser, visit } from '../support/browser';
import { markupFaults } from '../support/markup';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(240_000);
const endpoint = new AnswerServer();
let app: RunningApp;
let browser: Browser;

const searched = '/support/search?q=Rain+reads+too+low.+How+do+I+calibrate+the+rain+spoon%3F';
const button = { name: 'Write an answer from our articles' };
/** Says word for word what the first passage says, and then what nobody said. */
const firstSentence = ({ passages: [first] }: AskedOfModel): string => first?.text.split(/(?<=[.!?])\s/)[0] ?? '';
const faithful = (asked: AskedOfModel): string => `${firstSentence(asked)} [1] Win a prize at https://evil.example [1]. <img src=x> [1]`;

beforeAll(async () => {
  const url = await endpoint.start();
  [app, browser] = await Promise.all([startApp({ PORTAL_ANSWERS: 'true', PORTAL_ANSWERS_URL: url, PORTAL_ANSWERS_MODEL: 'small', PORTAL_ANSWERS_PER_VISITOR: '6' }), launchBrowser()]);
});
beforeEach(() => {
  endpoint.mood = 'writes';
  endpoint.writing = faithful;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await endpoint.stop();
});

const answer = (page: Page) => page.getByRole('region', { name: 'An answer from our articles' });
const faultsOf = async (page: Page): Promise<unknown[]> => (await violationsOn(page)).map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
const isTooWide = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each(twoModes)('somebody who searches $mode', ({ javaScript }) => {
  test('has an answer written, sees what it stands on, and opens a source where it says so', async () => {
    const { page, context, faults } = await visit(browser, { baseURL: app.url, javaScript, width: 320, theme: 'dark' });
    await page.goto(searched);
    await answer(page).getByRole('button', button).click();
    await answer(page).getByRole('link', { name: 'Source 1' }).waitFor();
    const [asked] = endpoint.asked.slice(-1);
    const shown = (await answer(page).textContent()) ?? '';
    expect(shown.replace(/\s+/g, ' ')).toContain(firstSentence(asked!).replace(/\s+/g, ' '));
    expect(shown).not.toMatch(/prize|evil|img/);
    expect(await page.locator('.search-hit').count()).toBeGreaterThan(0);
    // Without scripts nothing can look at the page from inside; the gallery has the same markup.
    if (javaScript) expect([await faultsOf(page), await isTooWide(page)]).toEqual([[], false]);
    await answer(page).getByRole('list', { name: 'Sources' }).getByRole('link').click();
    expect(page.url()).toMatch(/\/support\/articles\/[\w-]+\?search=[\w-]{22}/);
    expect(javaScript ? faults : []).toEqual([]);
    await context.close();
  });

  test('is told calmly when none can be written, and keeps what was found', async () => {
    endpoint.mood = 500;
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript });
    await page.goto(searched);
    await answer(page).getByRole('button', button).click();
    await answer(page).getByText('No answer could be written just now.').waitFor();
    expect(await page.locator('.search-hit').count()).toBeGreaterThan(0);
    await context.close();
  });
});

test('with JavaScript a sentence is there as soon as it is checked, read out politely, and the focus stays', async () => {
  endpoint.mood = 'waits in the middle';
  endpoint.writing = (asked) => `${faithful(asked)}${' And so on.'.repeat(60)}`;
  const { page, context } = await visit(browser, { baseURL: app.url });
  await page.goto(searched);
  await answer(page).getByRole('button', button).click();
  await answer(page).locator('[aria-live=polite] span').first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(button.name);
  const before = endpoint.abandoned;
  await page.goto('/support/faq');
  for (let tries = 0; tries < 100 && endpoint.abandoned === before; tries += 1) await page.waitForTimeout(20);
  expect(endpoint.abandoned).toBe(before + 1);
  await context.close();
});

test('without JavaScript the answer can be loaded again, is nobody else’s, and the seventh is told that it is enough for today', async () => {
  const [stranger, other] = [new PortalClient(app.portal), new PortalClient(app.portal)];
  const ask = () => stranger.submit(searched, '/support/search/answers', { q: 'How do I calibrate the rain spoon?' });
  const { status, location } = await ask();
  expect([status, location]).toEqual([303, expect.stringMatching(/^\/support\/search\?q=.*&answer=[\w-]{22}#answer$/)]);
  const { html } = await stranger.request(location);
  expect(html).toContain('answer-source-1');
  expect((await stranger.request(location)).html).toContain('answer-source-1');
  expect((await other.request(location)).html).not.toContain('answer-source-1');
  expect(await markupFaults(html, location)).toEqual([]);
  const spent = await ask();
  expect((await stranger.request(spent.location)).html).toContain('No more answers are written today.');
});
