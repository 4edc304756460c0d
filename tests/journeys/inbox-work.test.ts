import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { pick, signInToAdmin } from '../support/desk';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
let app: RunningApp;
let browser: Browser;
let ada: Visit;
let max: Awaited<ReturnType<typeof agentClient>>;
let category: string;
const references: string[] = [];

const oneTicket = /\/portal\/tickets\/R-[0-9A-Z]{6}$/;
const subjectOf = (n: number): string => `At the desk ${n}`;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  max = await agentClient(app, 'max@example.com');
  category = (await max.makeCategory({ name: 'Desk work' })).data.slug;
  const cora = await new PortalClient(app.portal).signIn('cora@example.com');
  for (let n = 1; n <= 4; n += 1) references.push(await cora.sendRequest(category, subjectOf(n), `The ${n === 1 ? 'barometer' : 'thermometer'} of station ${n} is wrong.`));
  ada = await visit(browser, { baseURL: app.url });
  await signInToAdmin(ada.page, 'ada@example.com');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const referenceOf = (n: number): string => references[n - 1]!;
const show = async (n: number) => (await max.show(referenceOf(n))).data;
const openView = async (page: Page): Promise<void> => {
  await page.goto(`/admin/plugins/portal?view=category:${category}&sort=createdAt`);
  await page.getByRole('link', { name: subjectOf(4) }).waitFor();
};
const openTicket = async (page: Page, n: number): Promise<void> => {
  await page.goto(`/admin/plugins/portal/tickets/${referenceOf(n)}`);
  await page.getByRole('article').filter({ hasText: `of station ${n} is wrong` }).waitFor();
};
const choose = async (page: Page, ...numbers: number[]): Promise<void> => {
  for (const n of numbers) await page.getByRole('checkbox', { name: `Choose ${subjectOf(n)}` }).click();
};
/** Opens one of the menus for several tickets by keys, and picks what begins so. */
const doWithChosen = async (page: Page, menu: string, item: string | RegExp): Promise<void> => {
  await page.getByRole('toolbar', { name: 'Change chosen tickets' }).getByRole('button', { name: menu }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: item }).focus();
  await page.keyboard.press('Enter');
};

describe('several tickets at once', () => {
  test.each([
    ['Assignee', /^Ada/, ['Ada']],
    ['State', 'On hold', ['on_hold']],
    ['Priority', 'Urgent', ['urgent']],
  ] as const)('are given another value by the menu %s', async (menu, item, [expected]) => {
    const { page } = ada;
    await openView(page);
    await choose(page, 1, 2);
    await doWithChosen(page, menu, item);
    await page.getByText('2 tickets changed').waitFor();
    for (const n of [1, 2]) {
      const { assignee, state, priority } = await show(n);
      expect([assignee?.name.split(' ')[0], state, priority]).toContain(expected);
    }
    expect((await show(3)).assignee).toBeNull();
  });

  test('are put off, but for one that was solved meanwhile: it is named, with the reason in words', async () => {
    const { page } = ada;
    await openView(page);
    await choose(page, 3, 4);
    await max.change(referenceOf(4), { state: 'solved' });
    await doWithChosen(page, 'Snooze', 'For a week');
    const alert = page.getByRole('alert').filter({ hasText: '1 ticket was not changed' });
    await alert.getByText(/A ticket that is solved or closed cannot be snoozed/).waitFor();
    expect(await alert.getByRole('link').textContent()).toBe(referenceOf(4));
    expect([(await show(3)).snoozedUntil !== null, (await show(4)).snoozedUntil]).toEqual([true, null]);
    await page.getByRole('button', { name: 'I have read it' }).click();
    await alert.waitFor({ state: 'detached' });
    await max.change(referenceOf(3), { snoozeUntil: null });
    await max.change(referenceOf(4), { state: 'open' });
  });
});

test('words are found in a message, whose line shows with the word marked', async () => {
  const { page } = ada;
  await openView(page);
  await page.getByLabel('Search tickets').fill('barometer');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row').filter({ hasText: subjectOf(1) });
  await row.locator('mark', { hasText: 'barometer' }).waitFor();
  expect(await page.getByRole('row').filter({ hasText: subjectOf(2) }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Order', exact: true }).click();
  await page.getByRole('option', { name: 'Best match first' }).click();
  await page.waitForURL(/sort=match/);
  await row.waitFor();
});

test('a ticket is put off until any day and time of the agent’s own zone, by keys', async () => {
  const { page } = ada;
  await openTicket(page, 2);
  await page.getByRole('button', { name: 'Snooze until another time' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByLabel('Until day and time');
  await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'datetime-local');
  await field.fill('2020-01-01T08:30');
  await page.keyboard.press('Enter');
  await page.getByText('Choose a time to come, within a year.').waitFor();
  const until = new Date(Date.now() + 3 * 86_400_000);
  until.setHours(8, 30, 0, 0);
  const two = (number: number): string => String(number).padStart(2, '0');
  await field.fill(`${until.getFullYear()}-${two(until.getMonth() + 1)}-${two(until.getDate())}T08:30`);
  await page.keyboard.press('Enter');
  await page.getByText('Snoozed until').waitFor();
  await page.getByText(/snoozed the ticket until/).waitFor();
  expect((await show(2)).snoozedUntil).toBe(until.toISOString());
  await page.getByRole('button', { name: 'Bring back now' }).click();
  await page.getByText('Snoozed until').waitFor({ state: 'detached' });
});

describe('on a slow line', () => {
  const slowly = async (page: Page, work: (answer: () => void) => Promise<void>): Promise<void> => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(oneTicket, async (route) => {
      if (route.request().method() === 'PUT') await held;
      await route.continue();
    });
    await work(() => answer());
    await page.unroute(oneTicket);
  };

  test('what an agent chose shows at once, and is saved in the order it was chosen', async () => {
    const { page } = ada;
    await openTicket(page, 3);
    await slowly(page, async (answer) => {
      await page.keyboard.press('a');
      await page.getByRole('combobox', { name: 'Assignee', exact: true }).filter({ hasText: /^Ada/ }).waitFor();
      await pick(page, 'Priority', 'Urgent');
      await pick(page, 'Priority', 'Low');
      await page.getByRole('combobox', { name: 'Priority', exact: true }).filter({ hasText: 'Low' }).waitFor();
      expect(await show(3)).toMatchObject({ assignee: null, priority: 'normal' });
      answer();
      await page.getByText('changed the priority from Urgent to Low').waitFor();
    });
    expect(await show(3)).toMatchObject({ assignee: { name: expect.stringMatching(/^Ada/) as string }, priority: 'low' });
  });

  test('what the server refuses goes back to what it was, with a word about it', async () => {
    const { page } = ada;
    await openTicket(page, 4);
    await page.route(oneTicket, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
    await pick(page, 'Priority', 'Urgent');
    await page.getByText('The server could not be reached').first().waitFor();
    await page.getByRole('combobox', { name: 'Priority', exact: true }).filter({ hasText: 'Normal' }).waitFor();
    await page.unroute(oneTicket);
  });
});

test('a reply that is taken back from the list joins what was begun meanwhile', async () => {
  const { page } = ada;
  await openTicket(page, 1);
  const field = page.getByRole('textbox', { name: 'Reply to the customer' });
  await field.fill('Sent too early.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('is about to be sent').waitFor();
  await field.fill('Already begun anew.');
  await page.getByRole('link', { name: 'Support inbox' }).click();
  await page.getByRole('heading', { name: 'Support inbox' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('textarea[name="reply"]')?.value === 'Sent too early.\n\nAlready begun anew.');
  expect((await show(1)).comments).toHaveLength(1);
  await field.fill('');
});

test('who else has a ticket open stands in its row, and goes away again', async () => {
  const { page } = ada;
  const other = await visit(browser, { baseURL: app.url });
  await signInToAdmin(other.page, 'max@example.com');
  await openTicket(other.page, 4);
  await openView(page);
  await page.getByRole('row').filter({ hasText: subjectOf(4) }).getByRole('img', { name: /^Max.* is looking at this$/ }).waitFor();
  await other.page.goto('/admin');
  await other.context.close();
});

test('nothing went wrong meanwhile', () => expect(ada.faults).toEqual([]));
