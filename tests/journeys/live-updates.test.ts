import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { faultsHere } from '../support/page-faults';
import { signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;
let ada: Awaited<ReturnType<typeof agentClient>>;
let category: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  ada = await agentClient(app);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Live matters', position: 9300, fields: [] })).data.slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const sent = async (subject: string): Promise<string> => (await new PortalClient(app.portal).signIn('cora@example.com')).sendRequest(category, subject, 'Where is it?');
/** Cora's browser on a page whose line is open, told by what it asked after it was. */
const cora = async (path: string, prepare: (page: Page) => Promise<unknown> = async () => undefined) => {
  const visiting = await visit(browser, { baseURL: app.url });
  await prepare(visiting.page);
  await signIn(visiting.page, 'cora@example.com');
  await visiting.page.goto(path);
  await connected(visiting.page);
  return visiting;
};
const connected = (page: Page) => page.locator('live-updates [data-check][hidden]').waitFor({ state: 'attached' });
const said = (page: Page) => page.locator('live-updates [role=status]');

/** Cuts lines and lets none through: Chromium's offline mode does not end a websocket that is open. */
const tunnelled = () => {
  let inside = false;
  const lines: WebSocketRoute[] = [];
  return {
    lay: (page: Page) =>
      page.routeWebSocket(/\/api\/portal\/socket/, (line) => {
        if (inside) return void line.close();
        lines.push(line);
        line.connectToServer();
      }),
    async enter(context: BrowserContext): Promise<void> {
      inside = true;
      await context.setOffline(true);
      for (const line of lines.splice(0)) await line.close();
    },
    async leave(context: BrowserContext): Promise<void> {
      inside = false;
      await context.setOffline(false);
    },
  };
};

describe('Cora has her request open', () => {
  test('and sees the answer while she writes: her words, her cursor and her place stay', async () => {
    const reference = await sent('Answered while she writes');
    for (let count = 0; count < 4; count += 1) await ada.reply(reference, `Answer ${count}.\n\n${'A line of it.\n\n'.repeat(8)}`);
    const { page, context, faults } = await cora(`/support/requests/${reference}`);
    await page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));
    const field = page.getByLabel('Your reply');
    await field.fill('What about my');
    await page.getByText('Add somebody').click();
    await field.focus();
    await page.keyboard.press('End');
    const before = await field.boundingBox();
    await ada.reply(reference, 'It arrives **tomorrow**.');
    await page.getByText('It arrives tomorrow.').waitFor();
    expect(await said(page).textContent()).toBe('A new answer from support');
    await page.keyboard.type(' lamp?');
    expect(await field.inputValue()).toBe('What about my lamp?');
    const after = await field.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1000))).toBeLessThan(2);
    expect(await page.locator('details[open]').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => (globalThis as { neverReloaded?: boolean }).neverReloaded)).toBe(true);
    expect(await page.locator('[role=status]').evaluateAll((all) => all.filter(({ textContent }) => textContent?.includes('A new answer')).length)).toBe(1);
    expect(await faultsHere(page, 'a request that was just answered')).toEqual([]);
    expect(faults).toEqual([]);
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('What about my lamp?').first().waitFor();
    await context.close();
  });

  test('and sees that it was closed; a reply that she began is not taken from her', async () => {
    const reference = await sent('Closed before her eyes');
    const { page, context } = await cora(`/support/requests/${reference}`);
    await page.getByLabel('Your reply').fill('But wait');
    await ada.change(reference, { state: 'closed' });
    await page.getByRole('button', { name: /reopen/i }).waitFor();
    expect(await page.getByLabel('Your reply').inputValue()).toBe('But wait');
    await context.close();
  });

  test('and hears nothing of a note, not even that there is something', async () => {
    const reference = await sent('With a note');
    const { page, context } = await cora(`/support/requests/${reference}`);
    await ada.note(reference, 'PINEAPPLE');
    await ada.reply(reference, 'After the note.');
    await page.getByText('After the note.').waitFor();
    expect(await page.content()).not.toContain('PINEAPPLE');
    await context.close();
  });

  test('and what came while her line was cut is there once it is back', async () => {
    const reference = await sent('Through a tunnel');
    const tunnel = tunnelled();
    const { page, context } = await cora(`/support/requests/${reference}`, tunnel.lay);
    await tunnel.enter(context);
    await page.getByText('The connection is lost.').waitFor();
    await page.getByRole('link', { name: 'Check for new messages' }).waitFor();
    expect(await faultsHere(page, 'a request whose line is lost')).toEqual([]);
    await ada.reply(reference, 'Said in the tunnel.');
    await tunnel.leave(context);
    await page.getByText('Said in the tunnel.').waitFor();
    await connected(page);
    expect(await page.getByText('The connection is lost.').count()).toBe(0);
    await context.close();
  });

  test('and is told when her session ends elsewhere', async () => {
    const reference = await sent('Signed out elsewhere');
    const { page, context } = await cora(`/support/requests/${reference}`);
    const second = await context.newPage();
    await second.goto('/support');
    await second.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('This page is no longer told of news.').waitFor();
    await context.close();
  });
});

test('Cora’s list and home page show a new answer, each by itself', async () => {
  const reference = await sent('Seen in the list');
  const list = await cora('/support/requests');
  const home = await cora('/support');
  const rowOf = (page: Page) => page.getByRole('row').filter({ hasText: reference });
  await rowOf(list.page).getByRole('link').focus();
  await ada.reply(reference, 'Which colour?');
  for (const { page } of [list, home]) await rowOf(page).getByText('Waiting for you').waitFor();
  await home.page.getByText('“Seen in the list”').or(home.page.getByText('Seen in the list').first()).first().waitFor();
  expect(await list.page.evaluate(() => document.activeElement?.textContent)).toBe('Seen in the list');
  for (const { page, faults, context } of [list, home]) {
    expect(await said(page).textContent()).toBe('A new answer from support');
    expect(faults).toEqual([]);
    await context.close();
  }
});

test('without JavaScript a link looks for what is new', async () => {
  const reference = await sent('By a link');
  const { page, context } = await visit(browser, { baseURL: app.url, javaScript: false });
  await signIn(page, 'cora@example.com');
  await page.goto(`/support/requests/${reference}`);
  await ada.reply(reference, 'Found by the link.');
  expect(await page.getByText('Found by the link.').count()).toBe(0);
  await page.getByRole('link', { name: 'Check for new messages' }).click();
  await page.getByText('Found by the link.').waitFor();
  await context.close();
});

describe('Ada has the desk open', () => {
  /** Her browser, and what it asked of the rows of presence over HTTP. */
  const adas = async () => {
    const visiting = await visit(browser, { baseURL: app.url });
    const signs: string[] = [];
    visiting.page.on('request', (request) => request.method() === 'PUT' && request.url().endsWith('/presence') && signs.push(request.url()));
    await signInToAdmin(visiting.page, 'ada@example.com');
    let lines = 0;
    visiting.page.on('websocket', (socket) => void (lines += socket.url().includes('/api/portal/socket') ? 1 : 0));
    const line = async (): Promise<void> => {
      for (let tries = 0; tries < 100 && lines === 0; tries += 1) await visiting.page.waitForTimeout(100);
      expect(lines).toBeGreaterThan(0);
    };
    return { ...visiting, signs, line };
  };
  const client = () => new PortalClient(app.portal).signIn('cora@example.com');

  test('and her inbox shows a new request and a new reply by itself, counts too', async () => {
    const { page, line, context, faults } = await adas();
    await page.goto('/admin/plugins/portal?sort=-updatedAt');
    await line();
    await page.getByRole('heading', { name: 'Support inbox' }).waitFor();
    const unassigned = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: /^Unassigned/ });
    const count = async (): Promise<number> => Number(/\d+/.exec((await unassigned.textContent()) ?? '')?.[0]);
    await unassigned.getByText(/\d/).waitFor();
    const before = await count();
    await (await client()).sendRequest(category, 'New on her screen', 'Look here.');
    await page.getByRole('link', { name: 'New on her screen' }).waitFor({ timeout: 5000 });
    for (let tries = 0; tries < 50 && (await count()) === before; tries += 1) await page.waitForTimeout(100);
    expect(await count()).toBe(before + 1);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('and a ticket shows the reply and her colleague at once, over the line alone; Cora sees that somebody writes', async () => {
    const reference = await sent('Two at the desk');
    const { page, signs, line, context } = await adas();
    await page.goto(`/admin/plugins/portal/tickets/${reference}`);
    await line();
    await page.getByRole('heading', { name: 'Two at the desk' }).waitFor();
    const hers = await cora(`/support/requests/${reference}`);
    const max = await visit(browser, { baseURL: app.url });
    await signInToAdmin(max.page, 'max@example.com');
    await max.page.goto(`/admin/plugins/portal/tickets/${reference}`);
    await page.getByText(/Max.* is looking/).waitFor({ timeout: 5000 });
    await max.page.getByRole('textbox', { name: 'Reply to the customer' }).fill('I know this');
    await page.getByText(/Max.* is writing/).waitFor({ timeout: 5000 });
    await hers.page.getByText('Support is writing …').waitFor({ timeout: 5000 });
    expect(await hers.page.content()).not.toContain('Max');
    await hers.page.getByLabel('Your reply').fill('It is the green one.');
    await hers.page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('It is the green one.').waitFor({ timeout: 5000 });
    const asked = signs.length;
    await page.waitForTimeout(6000);
    expect(signs.length).toBe(asked);
    for (const each of [context, hers.context, max.context]) await each.close();
  });
});
