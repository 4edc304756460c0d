import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { faultsOfDeskPage } from '../support/axe-at-the-desk';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
const path = '/plugins/portal/analytics';
let app: RunningApp;
let browser: Browser;
let max: Visit;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const desk = await agentClient(app, 'max@example.com');
  const { data: category } = await desk.makeCategory({ name: 'Airships', fields: [] });
  const cora = await new PortalClient(app.portal).signIn('cora@example.com');
  const references = [await cora.sendRequest(category.slug, 'Where do I moor it?', 'Words.'), await cora.sendRequest(category.slug, 'And in the wind?', 'Words.')];
  await desk.change(references[0] ?? '', { state: 'solved' });
  max = await visit(browser, { baseURL: app.url });
  await signInToAdmin(max.page, 'max@example.com');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const figure = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('an admin', () => {
  test('finds the figures in the menu, compared with what he chooses', async () => {
    const { page } = max;
    await page.getByRole('link', { name: 'Analytics', exact: true }).click();
    await figure(page, 'New requests').getByRole('link', { name: 'Show tickets: New requests' }).waitFor();
    await page.getByRole('combobox', { name: 'Compared with' }).click();
    await page.getByRole('option', { name: 'A year ago' }).click();
    await page.waitForURL(/compare=year/);
    await figure(page, 'New requests').getByText('0 before').waitFor();
  });

  test('asks what a figure counts, and opens the table of a chart by keyboard', async () => {
    const { page } = max;
    await page.getByRole('button', { name: 'What counts: Solved', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/One that was reopened counts again/).waitFor();
    await page.getByRole('button', { name: 'Show as a table: New and solved requests' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('table', { name: 'New and solved requests' }).getByRole('row').nth(30).waitFor();
    await page.getByRole('button', { name: 'Hide the table: New and solved requests' }).waitFor();
  });

  test('saves them as a file', async () => {
    const { page } = max;
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as CSV' }).click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('"category","Airships"');
  });

  test('goes from a part to its own figures, and from a figure to its tickets', async () => {
    const { page } = max;
    await page.getByRole('table', { name: 'Figures by category' }).getByRole('link', { name: 'Airships' }).click();
    await page.getByText('Only Category: Airships').waitFor();
    await page.getByRole('link', { name: 'Show tickets: Solved' }).click();
    await page.getByText(/^Solved, 20/).waitFor();
    await page.getByRole('link', { name: 'Where do I moor it?' }).waitFor();
    expect(await page.getByRole('link', { name: 'And in the wind?' }).count()).toBe(0);
  });

  test.each(['light', 'dark'] as const)('reads it in %s paper without a barrier', async (theme) => {
    const { page, context, faults } = await visit(browser, { baseURL: app.url, theme });
    await signInToAdmin(page, 'max@example.com');
    expect(await faultsOfDeskPage(page, path, 'Articles that answered most')).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('has seen no error meanwhile', () => expect(max.faults).toEqual([]));
});
