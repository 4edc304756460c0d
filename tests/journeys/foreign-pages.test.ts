import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { signIn } from '../support/people';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(120_000);
let app: RunningApp;
let browser: Browser;
let foreign: http.Server;
let port: number;

/** Forms that a page elsewhere has ready for whoever opens it, as an attacker writes them. */
const forms = (portal: string): string =>
  [
    ['name', '/account', '<input name="name" value="Mallory">', 'application/x-www-form-urlencoded'],
    ['out', '/sign-out', '', 'application/x-www-form-urlencoded'],
    ['password', '/account/security/password', '<input name="password" value="chosen by Mallory 1">', 'application/x-www-form-urlencoded'],
    ['plain', '/account', '<input name=\'{"name":"Mallory","x":"\' value=\'"}\'>', 'text/plain'],
    ['parts', '/account', '<input name="name" value="Mallory">', 'multipart/form-data'],
  ]
    .map(([id, action, inputs, type]) => `<form id="${id}" method="post" action="${portal}${action}" enctype="${type}">${inputs}<button>${id}</button></form>`)
    .join('');

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  foreign = http.createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>Win a phone</title><h1>Win a phone</h1>${forms(app.portal)}`));
  await new Promise<void>((resolve) => void foreign.listen(0, '127.0.0.1', resolve));
  ({ port } = foreign.address() as AddressInfo);
});
afterAll(async () => {
  await browser?.close();
  foreign?.close();
  await app?.stop();
});

/** Who the portal takes the reader for, and under which name. */
const nameAtTheAccount = async (page: Page): Promise<string> => {
  await page.goto(`${app.portal}/account`);
  return page.getByLabel('Your name').inputValue();
};

// The same host on another port is another origin, but the same site: cookies come along, and only the portal itself can refuse.
describe.each(['127.0.0.1', 'localhost'])('a page at %s and another port', (host) => {
  let cora: Visit;
  let elsewhere: string;
  beforeAll(async () => {
    elsewhere = `http://${host}:${port}/`;
    cora = await visit(browser, { baseURL: app.url });
    await signIn(cora.page, 'cora@example.com');
  });
  afterAll(() => cora?.context.close());

  test.each(['name', 'out', 'password', 'plain', 'parts'])('whose form “%s” is sent changes nothing', async (form) => {
    const { page } = cora;
    const before = await nameAtTheAccount(page);
    await page.goto(elsewhere);
    const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), page.getByRole('button', { name: form, exact: true }).click()]);
    const { origin } = new URL(elsewhere);
    expect([answer.request().headers()['origin'] ?? origin, answer.status()]).toEqual([expect.stringMatching(/^(null|http:)/), 403]);
    expect(await nameAtTheAccount(page)).toBe(before);
    expect(before).not.toBe('Mallory');
  });

  test('whose script asks the API and the pages reads nothing and changes nothing', async () => {
    const { page } = cora;
    const before = await nameAtTheAccount(page);
    await page.goto(elsewhere);
    const told = await page.evaluate(async (url) => {
      const ask = (path: string, options: RequestInit = {}): Promise<string> =>
        fetch(`${url}${path}`, { credentials: 'include', ...options }).then(async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`, (error: Error) => error.name);
      const change = { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: '{"name":"Mallory"}' };
      return [
        await ask('/api/portal/me'),
        await ask('/support/account'),
        await ask('/api/portal/me', change),
        await ask('/api/portal/me', { ...change, method: 'POST', mode: 'no-cors', headers: {} }),
        await ask('/support/account', { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ name: 'Mallory' }) }),
        await ask('/api/portal/auth/logout', { method: 'POST', mode: 'no-cors', body: '{}' }),
      ];
    }, app.url);
    for (const answer of told) expect(answer).toMatch(/^(TypeError|opaque 0 $)/);
    expect(await nameAtTheAccount(page)).toBe(before);
  });

  test('which shows the portal in a frame shows nothing of it', async () => {
    const { page } = cora;
    await page.goto(elsewhere);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    }, `${app.portal}/account`);
    expect(page.frames().filter((frame) => frame.url().startsWith(app.portal))).toEqual([]);
  });
});
