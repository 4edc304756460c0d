import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
const question = 'zeppelin mooring';
let app: RunningApp;
let browser: Browser;
let max: Visit;
let ada: Visit;
let reference: string;

const found = async (): Promise<string[]> => {
  const answer = await fetch(`${app.url}/api/portal/knowledge/search?q=${encodeURIComponent(question)}`);
  return ((await answer.json()) as { data: { hits: { article: { title: string } }[] } }).data.hits.map(({ article }) => article.title);
};

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const { data: category } = await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Airships', fields: [] });
  const cora = await new PortalClient(app.portal).signIn('cora@example.com');
  reference = await cora.sendRequest(category.slug, 'Where do I moor it?', 'My zeppelin mooring is too windy.');
  expect(await found()).toEqual([]);
  [max, ada] = [await visit(browser, { baseURL: app.url }), await visit(browser, { baseURL: app.url })];
  await signInToAdmin(max.page, 'max@example.com');
  await signInToAdmin(ada.page, 'ada@example.com');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

describe('an author', () => {
  test('starts a draft from what somebody searched and did not find', async () => {
    const { page } = max;
    await page.getByRole('link', { name: 'Knowledge' }).click();
    await page.getByRole('heading', { name: 'Answers before tickets' }).waitFor();
    await press(page, `Start a draft: ${question}`);
    await page.getByRole('heading', { name: 'Zeppelin mooring' }).waitFor();
    await page.getByText('Visible to everybody once published.').waitFor();
  });

  test('writes it, approves it and publishes it, and readers find it within two seconds', async () => {
    const { page } = max;
    await page.getByRole('textbox', { name: /^summary/ }).fill('Tie a zeppelin mooring to the mast, out of the wind.');
    await page.getByText('Save your changes first.').waitFor();
    await press(page, 'Save');
    await page.getByText('Save your changes first.').waitFor({ state: 'detached' });
    await press(page, 'Send for review');
    await page.getByText('In review', { exact: true }).waitFor();
    await press(page, 'Approve');
    await page.getByText('Approved', { exact: true }).waitFor();
    expect(await found()).toEqual([]);
    await press(page, 'Publish');
    await page.getByText(/^Published/).first().waitFor();
    for (let tries = 0; tries < 20 && (await found()).length === 0; tries += 1) await page.waitForTimeout(100);
    expect(await found()).toEqual(['Zeppelin mooring']);
  });

  test('sees who took the gap, and rebuilds the index', async () => {
    const { page } = max;
    await page.goto('/admin/plugins/portal-knowledge');
    await page.getByRole('button', { name: `Open draft: ${question}` }).waitFor();
    await press(page, 'Rebuild');
    await page.getByText('All articles can be found.').waitFor();
    await page.getByRole('link', { name: /^Out of date/ }).click();
    expect(new URL(page.url()).searchParams.get('board')).toBe('stale');
  });

  test('has seen no error meanwhile', () => expect(max.faults).toEqual([]));
});

describe('an agent', () => {
  test('puts the article into the reply, and says that it answers the ticket', async () => {
    const { page } = ada;
    await page.goto(`/admin/plugins/portal/tickets/${reference}`);
    await press(page, 'Insert link: Zeppelin mooring');
    const reply = page.getByRole('textbox', { name: 'Reply to the customer' });
    expect(await reply.inputValue()).toBe(`[Zeppelin mooring](${app.portal}/articles/zeppelin-mooring)`);
    await press(page, 'This answers it: Zeppelin mooring');
    await page.getByText('Given as the answer').waitFor();
  });

  test('sees it marked once the ticket is solved, and can take it back', async () => {
    const { page } = ada;
    await (await agentClient(app)).change(reference, { state: 'solved' });
    await page.reload();
    await page.getByText('Solved it').waitFor();
    await press(page, 'Remove: Zeppelin mooring');
    await page.getByText('Solved it').waitFor({ state: 'detached' });
  });

  test('without the authors’ right sees no gap board, neither in the menu nor behind its address', async () => {
    const { page } = ada;
    expect(await page.getByRole('link', { name: 'Knowledge' }).count()).toBe(0);
    await page.goto('/admin/plugins/portal-knowledge');
    await page.getByText(/permission/i).first().waitFor();
    expect(await page.content()).not.toContain(question);
  });
});

describe('somebody of the admin who has no rights at all here', () => {
  test('sees neither the gap board nor the articles of a ticket', async () => {
    await (await agentClient(app, 'max@example.com')).makeUser('eve@example.com', 'Author');
    const { page, context } = await visit(browser, { baseURL: app.url });
    await signInToAdmin(page, 'eve@example.com');
    await page.getByRole('link', { name: 'Content Manager' }).waitFor();
    expect(await page.getByRole('link', { name: 'Knowledge' }).count()).toBe(0);
    for (const path of ['portal-knowledge', `portal/tickets/${reference}`]) {
      await page.goto(`/admin/plugins/${path}`);
      await page.getByText(/permission/i).first().waitFor();
      expect(await page.content()).not.toContain('Zeppelin mooring');
    }
    await context.close();
  });
});
