import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
const count = 10;
let app: RunningApp;
let browser: Browser;
let ada: Visit;
let cora: PortalClient;
let category: string;
// Logged in once: Strapi lets nobody log in every second.
let agent: Awaited<ReturnType<typeof agentClient>>;
const references: string[] = [];

const subjectOf = (n: number): string => `By keyboard ${String(n).padStart(2, '0')}`;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const max = await agentClient(app, 'max@example.com');
  category = (await max.makeCategory({ name: 'Keyboard' })).data.slug;
  cora = await new PortalClient(app.portal).signIn('cora@example.com');
  for (let n = 1; n <= count; n += 1) references.push(await cora.sendRequest(category, subjectOf(n), `Question ${n}.`));
  agent = await agentClient(app);
  await agent.saveReply('Greeting', 'Hello {{requester.firstName}}, about {{ticket.reference}}:');
  ada = await visit(browser, { baseURL: app.url });
  await signInToAdmin(ada.page, 'ada@example.com');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const openView = async (page: Page): Promise<void> => {
  await page.goto(`/admin/plugins/portal?view=category:${category}&sort=-createdAt`);
  await page.getByRole('link', { name: subjectOf(count) }).waitFor();
};
const show = async (reference: string) => (await agent.show(reference)).data;
/** Until the server says so: what is held takes its seconds. */
const until = async (reference: string, isSo: (ticket: Awaited<ReturnType<typeof show>>) => boolean): Promise<void> => {
  for (let tries = 0; tries < 150 && !isSo(await show(reference)); tries += 1) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isSo(await show(reference))).toBe(true);
};

describe('Ada works without a mouse', () => {
  test('finds all keys on the sheet that ? opens', async () => {
    const { page } = ada;
    await openView(page);
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Send and go to the next').waitFor();
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('chooses three tickets and tags them at once', async () => {
    const { page } = ada;
    await openView(page);
    await press(page, 'j', 'x', 'j', 'x', 'j', 'x');
    await page.getByText('3 tickets chosen').waitFor();
    await page.getByRole('textbox', { name: 'Tag to add' }).focus();
    await page.keyboard.type('batch');
    await press(page, 'Enter');
    await page.getByText('3 tickets changed').waitFor();
    await page.getByRole('row').filter({ hasText: 'batch' }).nth(2).waitFor();
    for (const reference of references.slice(-3)) expect((await show(reference)).tags).toEqual(['batch']);
  });

  test('answers ten tickets one after the other, from the list to the last', async () => {
    const { page } = ada;
    await openView(page);
    await press(page, 'j', 'Enter');
    for (let n = count; n >= 1; n -= 1) {
      await page.getByRole('heading', { name: subjectOf(n) }).waitFor();
      await page.getByRole('article').filter({ hasText: `Question ${n}.` }).waitFor();
      await press(page, 'r');
      await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'reply');
      // Letters are letters in a field.
      await page.keyboard.type(`Answer ${n}, aejkxrn.`);
      await press(page, 'Control+Shift+Enter');
    }
    await page.getByRole('heading', { name: 'Support inbox' }).waitFor();
    for (const [index, reference] of references.entries()) {
      await until(reference, ({ comments }) => comments.length === 2);
      const { comments, state, assignee } = await show(reference);
      expect([comments[1]?.body, state, assignee]).toEqual([`Answer ${index + 1}, aejkxrn.`, 'pending', null]);
    }
  });

  test('puts a saved reply in by ; and takes the sent reply back by z', async () => {
    const { page } = ada;
    await page.goto(`/admin/plugins/portal/tickets/${references[0]}`);
    await page.getByRole('article').filter({ hasText: 'Answer 1, aejkxrn.' }).waitFor();
    await press(page, 'r');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'reply');
    await press(page, ';');
    await page.getByRole('option', { name: /Greeting/ }).waitFor();
    // The demo has others, shared ones.
    await page.keyboard.type('Greeting');
    await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
    await press(page, 'Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'reply');
    await page.waitForTimeout(100);
    await page.keyboard.type(' one thing more');
    const words = `Hello Cora, about ${references[0]}: one thing more`;
    expect(await page.getByRole('textbox', { name: 'Reply to the customer' }).inputValue()).toBe(words);
    await press(page, 'Control+Enter');
    await page.getByText('is about to be sent').waitFor();
    await press(page, 'Escape', 'z');
    await page.waitForFunction((text) => document.querySelector<HTMLTextAreaElement>('textarea[name="reply"]')?.value === text, words);
    await page.waitForTimeout(6000);
    expect((await show(references[0]!)).comments).toHaveLength(2);
  });

  test('takes a ticket over, notes something and closes it', async () => {
    const { page } = ada;
    await page.goto(`/admin/plugins/portal/tickets/${references[1]}`);
    await page.getByRole('article').filter({ hasText: 'Answer 2, aejkxrn.' }).waitFor();
    await press(page, 'a');
    await page.getByText(/assigned the ticket to Ada/).waitFor();
    await press(page, 'n');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'note');
    await page.keyboard.type('Called her.');
    await press(page, 'Control+Enter');
    await page.getByRole('article').filter({ hasText: 'Called her.' }).waitFor();
    await press(page, 'Escape', 'e');
    await page.getByText(/closed the ticket/).waitFor();
    await press(page, 'g', 'i');
    await page.getByRole('heading', { name: 'Support inbox' }).waitFor();
  });

  test('is told when Cora wrote meanwhile, keeps her words, and sends them anyway', async () => {
    const { page } = ada;
    const reference = references[2]!;
    await page.goto(`/admin/plugins/portal/tickets/${reference}`);
    await page.getByRole('article').filter({ hasText: 'Answer 3, aejkxrn.' }).waitFor();
    await press(page, 'r');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'reply');
    await page.keyboard.type('Is it solved?');
    await cora.reply(reference, 'It got worse.');
    await press(page, 'Control+Enter');
    const news = page.getByRole('alert').filter({ hasText: 'Somebody wrote while you did' });
    await news.getByText('It got worse.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Reply to the customer' }).inputValue()).toBe('Is it solved?');
    await page.getByRole('button', { name: 'Send anyway' }).focus();
    await press(page, 'Enter');
    await page.getByText('is about to be sent').waitFor();
    await until(reference, ({ comments }) => comments.length === 4);
    expect((await show(reference)).comments.map(({ body }) => body).slice(2)).toEqual(['It got worse.', 'Is it solved?']);
  });

  test('sees who else is there', async () => {
    const { page } = ada;
    const max = await visit(browser, { baseURL: app.url });
    await signInToAdmin(max.page, 'max@example.com');
    await max.page.goto(`/admin/plugins/portal/tickets/${references[3]}`);
    await max.page.getByRole('textbox', { name: 'Reply to the customer' }).fill('I am on it.');
    await page.goto(`/admin/plugins/portal/tickets/${references[3]}`);
    await page.getByText(/^Max.* is writing a reply$/).waitFor();
    await max.context.close();
  });

  test('has seen no error meanwhile', () => expect(ada.faults).toEqual([]));
});
