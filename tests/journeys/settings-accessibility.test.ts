import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { faultsOfDeskPage } from '../support/axe-at-the-desk';
import { launchBrowser, visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const max = await agentClient(app, 'max@example.com');
  await max.set('POST', '/segments', { title: 'Gold', rules: [{ kind: 'domain', domain: 'example.com' }] });
  await max.set('POST', '/segments', { title: 'Silver', rules: [{ kind: 'domain', domain: 'example.com' }] });
  await max.set('PUT', '/segments/gold', { changes: { 'theme.mode': 'dark', 'features.fileUploads': false } });
  await max.set('POST', '/organisations', { name: 'Example Ltd', domains: ['example.org'] });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test.each([
  { theme: 'light', width: 1024 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 320 },
] as const)('axe finds nothing in the settings, $theme, $width px', async ({ theme, width }) => {
  const { page, context, faults } = await visit(browser, { baseURL: app.url, theme, width });
  await signInToAdmin(page, 'max@example.com');
  const pages = [['general', 'Of the configuration'], ['features', 'Priority support'], ['limits', 'Largest file'], ['theme', 'Everybody can read this colour.'], ['segments', 'comes first and decides'], ['segments/gold', 'From the segment Gold'], ['customers', 'cora@example.com'], ['customers/1', 'Segment, organisation, access'], ['organisations', 'Example Ltd'], ['synonyms', 'sign in, log in'], ['authentication', 'Shortest password'], ['mail', 'Send me a test mail'], ['categories', 'Readings look wrong'], ['changes', 'Segment gold']];
  const found: string[] = [];
  for (const [name, sign] of pages) {
    found.push(...(await faultsOfDeskPage(page, `/settings/portal/${name}`, sign!)));
    const broad = (await page.evaluate('document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth')) as number;
    if (broad > 1) found.push(`${name}: ${broad} px too broad`);
  }
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});
