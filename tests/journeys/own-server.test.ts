import type { ChildProcess } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { parcelCategory, smallPng } from '../support/parcel-category';
import { becomeCustomer } from '../support/people';
import { freePort, startApp, startScript, type RunningApp } from '../support/running-app';
import { continueToFiles } from '../support/wizard';

jest.setTimeout(180_000);
let app: RunningApp;
let site: ChildProcess;
let browser: Browser;
let siteUrl: string;

beforeAll(async () => {
  const port = String(await freePort());
  siteUrl = `http://localhost:${port}`;
  const secret = { PORTAL_SITE_SECRET: 'a secret that both servers know' };
  app = await startApp({ ...secret, PORTAL_PUBLIC_URL: siteUrl });
  site = await startScript('site/server.mjs', { ...secret, PORTAL_API_URL: app.url, SITE_PORT: port, PORTAL_MAIL: 'mailbox', PORTAL_BRAND: 'Far Help' }, /pages are at/);
  browser = await launchBrowser();
  await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, fields: [] });
});
afterAll(async () => {
  await browser?.close();
  site?.kill();
  await app?.stop();
});

test('strangers there see the name that Strapi has', async () => {
  expect(await (await fetch(`${siteUrl}/support`)).text()).toContain('Northwind Help');
});

test('the same pages, on a server of their own in front of a Strapi elsewhere, take a request with a file', async () => {
  const { page, context } = await visit(browser, { baseURL: siteUrl, javaScript: false });
  await becomeCustomer(page, `${siteUrl}/support`, 'Fern Far', 'fern@example.com');
  await page.goto('/support/requests/new');
  await page.getByRole('link', { name: 'Missing parcels' }).click();
  await page.getByLabel('Subject').fill('From afar');
  await page.getByLabel('Description').fill('Through two servers.');
  await continueToFiles(page);
  await page.getByLabel('Attach files').setInputFiles({ name: 'far.png', mimeType: 'image/png', buffer: smallPng });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Send request' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /far\.png/ }).first().click()]);
  expect(download.suggestedFilename()).toBe('far.png');
  expect(page.url()).toContain(siteUrl);
  await context.close();
});
