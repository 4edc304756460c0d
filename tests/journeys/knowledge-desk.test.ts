import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(240_000);
const question = 'zeppelin mooring';
let app: RunningApp;
let browser: Browser;
let max: Visit;
let ada: Visit;
let reference: string;
/** Of the preview. */
let address: string;

const found = async (words = question): Promise<string[]> => {
  const answer = await fetch(`${app.url}/api/portal/knowledge/search?q=${encodeURIComponent(words)}`);
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

const documentIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
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

  test('writes it, and previews it as a customer will see it, while nobody else can', async () => {
    const { page } = max;
    await page.getByRole('textbox', { name: /^Summary/ }).fill('Tie a zeppelin mooring to the mast, out of the wind.');
    await page.getByText('Save your changes first.').first().waitFor();
    await press(page, 'Save');
    await page.getByText('Save your changes first.').first().waitFor({ state: 'detached' });
    const [preview] = await Promise.all([page.context().waitForEvent('page'), press(page, 'Open preview')]);
    await preview.getByText('Preview — not published').waitFor();
    await preview.getByRole('heading', { level: 1, name: 'Zeppelin mooring' }).waitFor();
    address = preview.url();
    await preview.close();
    expect(await found()).toEqual([]);
  });

  test.each(twoModes)('lends its address to a colleague, who reads it $mode and leaves no trace', async ({ javaScript }) => {
    const { page, context, faults } = await visit(browser, { baseURL: app.url, javaScript });
    const answer = await page.goto(address);
    expect([answer?.status(), answer?.headers()['cache-control'], answer?.headers()['x-robots-tag']]).toEqual([200, 'private, no-store', 'noindex, nofollow']);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex, nofollow');
    await page.getByRole('button', { name: 'Yes', exact: true }).focus();
    expect(await page.locator(':focus').count()).toBe(0);
    const forged = await page.goto(`${address.slice(0, -4)}AAAA`);
    expect([forged?.status(), await page.getByRole('heading', { level: 1 }).textContent()]).toEqual([404, 'Page not found']);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('has it approved and sets its moment, and customers find it then', async () => {
    const { page } = max;
    await press(page, 'Send for review');
    await page.getByText('In review', { exact: true }).waitFor();
    await press(page, 'Approve');
    await page.getByText('Approved', { exact: true }).waitFor();
    expect(await found()).toEqual([]);
    const moment = new Date(Date.now() + 2000);
    await (await agentClient(app, 'max@example.com')).schedule(documentIn(page), moment);
    await page.waitForTimeout(moment.getTime() - Date.now());
    for (let tries = 0; tries < 20 && (await found()).length === 0; tries += 1) await page.waitForTimeout(100);
    expect(await found()).toEqual(['Zeppelin mooring']);
    for (const { javaScript } of twoModes) {
      const reader = await visit(browser, { baseURL: app.url, javaScript });
      await reader.page.goto(`/support/search?q=${encodeURIComponent(question)}`);
      await reader.page.getByRole('link', { name: 'Zeppelin mooring' }).click();
      await reader.page.getByRole('heading', { level: 1, name: 'Zeppelin mooring' }).waitFor();
      await reader.context.close();
    }
  });

  test('changes it, and publishes the change at once', async () => {
    const { page } = max;
    await page.reload();
    await page.getByRole('textbox', { name: /^Search words/ }).fill('airship, anchor');
    await press(page, 'Publish');
    await page.getByText(/^Published/).first().waitFor();
  });

  test('is told at each field what it is for, in the language of his admin', async () => {
    const { page } = max;
    const speak = (language: string): Promise<void> => page.evaluate((code) => localStorage.setItem('strapi-admin-language', code), language);
    await page.goto('/admin/content-manager/collection-types/plugin::portal.portal-block/create');
    await page.getByText('Smaller ones come first.').waitFor();
    for (const [language, label, hint] of [['de', 'Adresse', 'Kleinere stehen vorn.'], ['ar', 'عنوان الرابط', 'الأصغر أولًا.']] as const) {
      await speak(language);
      await page.reload();
      await page.getByText(hint).waitFor();
      await page.getByRole('textbox', { name: new RegExp(`^${label}`) }).waitFor();
    }
    await speak('en');
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

  test('narrows it to a segment that there is, and opens it again', async () => {
    const { page } = max;
    await page.goto('/admin/plugins/portal-knowledge');
    await press(page, `Open draft: ${question}`);
    await page.getByRole('combobox', { name: /^Segments/ }).click();
    await page.getByRole('option', { name: 'Premium' }).click();
    await page.keyboard.press('Escape');
    await press(page, 'Save');
    await page.getByText('Visible to these segments only: Premium.').waitFor();
    await page.getByRole('combobox', { name: /^Segments/ }).click();
    await page.getByRole('option', { name: 'Premium' }).click();
    await page.keyboard.press('Escape');
    await press(page, 'Save');
    await page.getByText('Visible to everybody once published.').waitFor();
  });

  test('teaches the search a synonym, after a look at what it changes', async () => {
    const { page } = max;
    await page.goto('/admin/settings/portal/synonyms');
    await press(page, 'Add a group');
    const group = page.getByRole('textbox', { name: /^Group \d+$/ }).last();
    await group.fill('zeppelin');
    await press(page, 'Save');
    await page.getByText('A group needs two words at least, with a comma between them.').waitFor();
    await group.fill('zeppelin, dirigible');
    await page.getByLabel('What somebody searches for').fill('dirigible');
    await press(page, 'Search');
    await page.getByRole('list', { name: 'With what you see above' }).getByText('Zeppelin mooring').waitFor();
    expect(await page.getByText('Nothing is found.').count()).toBe(1);
    expect(await found('dirigible')).toEqual([]);
    await press(page, 'Save');
    await page.getByText('Saved. The search knows it within a second.').first().waitFor();
    expect(await found('dirigible')).toEqual(['Zeppelin mooring']);
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
