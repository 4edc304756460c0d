import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { faultsOfDeskPage } from '../support/axe-at-the-desk';
import { launchBrowser, visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
let app: RunningApp;
let browser: Browser;

/** A mail that a server refused for some days. */
const failMail = (): void => {
  const db = new DatabaseSync(path.join(app.dataDirectory, 'portal.db'));
  const [key, moment] = ['an-old-mail', Date.now()];
  db.prepare(`insert into portal_mails (document_id, key, "to", subject, headers, message_id, state, attempts, available_at, last_error, kind, created_at, updated_at) values (?, ?, 'cora@example.com', '[R-2K7F9Q] An answer that did not arrive', '{}', '<a@b>', 'failed', 10, ?, '554 5.7.1 We do not know you', 'reply', ?, ?)`).run(key, key, moment, moment, moment);
  db.close();
};

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const max = await agentClient(app, 'max@example.com');
  await max.set('POST', '/segments', { title: 'Gold', rules: [{ kind: 'domain', domain: 'example.com' }] });
  await max.set('POST', '/segments', { title: 'Silver', rules: [{ kind: 'domain', domain: 'example.com' }] });
  await max.set('PUT', '/segments/gold', { changes: { 'theme.mode': 'dark', 'features.fileUploads': false } });
  failMail();
  await fetch(`${app.url}/api/portal/csp-reports`, { method: 'POST', headers: { 'content-type': 'application/csp-report' }, body: JSON.stringify({ 'csp-report': { 'document-uri': `${app.portal}/articles/rain`, 'effective-directive': 'img-src', 'blocked-uri': 'https://elsewhere.example/picture.png' } }) });
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
  const pages = [['general', 'Set in config/plugins.ts'], ['features', 'Priority support'], ['limits', 'Largest file'], ['theme', 'Everybody can read this colour.'], ['segments', 'comes first and decides'], ['segments/gold', 'From the segment Gold'], ['customers', 'cora@example.com'], ['customers/1', 'Segment, organisation, access'], ['organisations', 'Example Ltd'], ['synonyms', 'sign in, log in'], ['authentication', 'Shortest password'], ['mail', 'Send me a test mail'], ['chat', 'No site may show it yet'], ['categories', 'Readings look wrong'], ['mails', 'We do not know you'], ['blocked-content', 'https://elsewhere.example/picture.png'], ['webhooks', 'Nobody is told yet.'], ['health', 'Node and Strapi'], ['changes', 'Segment gold']];
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
