import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { pick, signInToAdmin } from '../support/desk';
import { becomeCustomer, mailsTo, signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(180_000);
const email = 'kim@example.com';
const secret = 'Do not tell: the warehouse lost it.';
let app: RunningApp;
let browser: Browser;
let ada: Visit;
const references: Record<'lamp' | 'chair' | 'table', string> = { lamp: '', chair: '', table: '' };

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const max = await agentClient(app, 'max@example.com');
  const [light, seats] = [await max.makeCategory({ name: 'Light', fields: [] }), await max.makeCategory({ name: 'Seats', fields: [] })];
  const kim = await visit(browser, { baseURL: app.url });
  await becomeCustomer(kim.page, app.portal, 'Kim Desk', email);
  await kim.context.close();
  const client = await new PortalClient(app.portal).signIn(email);
  references.lamp = await client.sendRequest(light.data.slug, 'Kim’s lamp flickers', 'All night long.');
  references.chair = await client.sendRequest(seats.data.slug, 'Kim’s chair wobbles', 'On an even floor.');
  references.table = await client.sendRequest(seats.data.slug, 'Kim’s table is round', 'We ordered a **square** one.');
  ada = await visit(browser, { baseURL: app.url });
  await signInToAdmin(ada.page, 'ada@example.com');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const openInbox = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Support inbox' }).click();
  await page.getByRole('heading', { name: 'Support inbox' }).waitFor();
  await page.getByRole('link', { name: 'Kim’s lamp flickers' }).waitFor();
};
/** Kim's tickets in the list now; other customers' may stand between them. */
const kims = async (page: Page): Promise<string[]> => (await page.getByRole('rowheader').getByRole('link').allTextContents()).filter((subject) => subject.startsWith('Kim’s ')).sort();
const until = async (page: Page, expected: string[]): Promise<void> => {
  for (let tries = 0; tries < 100 && (await kims(page)).join() !== expected.join(); tries += 1) await page.waitForTimeout(100);
  expect(await kims(page)).toEqual(expected);
};
const asKim = async (work: (page: Page) => Promise<void>): Promise<void> => {
  const { page, context } = await visit(browser, { baseURL: app.url, javaScript: false });
  await signIn(page, email);
  await work(page);
  await context.close();
};

describe('an agent at her desk in the Strapi admin', () => {
  test('finds tickets by words, category and priority', async () => {
    const { page } = ada;
    await openInbox(page);
    await until(page, ['Kim’s chair wobbles', 'Kim’s lamp flickers', 'Kim’s table is round']);
    await page.getByLabel('Search tickets').fill('even floor');
    await page.keyboard.press('Enter');
    await until(page, ['Kim’s chair wobbles']);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await pick(page, 'Category', 'Seats');
    await until(page, ['Kim’s chair wobbles', 'Kim’s table is round']);
    await pick(page, 'Priority', 'Urgent');
    await until(page, []);
    await page.getByText('No ticket fits these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await until(page, ['Kim’s chair wobbles', 'Kim’s lamp flickers', 'Kim’s table is round']);
  });

  test('takes a ticket over, and finds it under hers', async () => {
    const { page } = ada;
    await page.getByRole('link', { name: 'Kim’s chair wobbles' }).click();
    await page.getByRole('button', { name: 'Assign to me' }).click();
    await page.getByText(/^Ada .* assigned the ticket to Ada /).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('link', { name: 'Mine' }).click();
    await until(page, ['Kim’s chair wobbles']);
    await page.getByRole('link', { name: 'All open' }).click();
    await pick(page, 'Assignee', 'Nobody');
    await until(page, ['Kim’s lamp flickers', 'Kim’s table is round']);
    await pick(page, 'Assignee', /^Ada /);
    await until(page, ['Kim’s chair wobbles']);
  });

  test('sets state and priority, and finds it by them', async () => {
    const { page } = ada;
    await page.getByRole('link', { name: 'Kim’s chair wobbles' }).click();
    await pick(page, 'Priority', 'Urgent');
    await page.getByText('changed the priority from Normal to Urgent').waitFor();
    await pick(page, 'State', 'On hold');
    await page.getByText('changed the state from New to On hold').waitFor();
    await openInbox(page);
    await pick(page, 'State', 'On hold');
    await pick(page, 'Priority', 'Urgent');
    await until(page, ['Kim’s chair wobbles']);
    await asKim(async (kim) => {
      await kim.goto(`/support/requests/${references.chair}`);
      expect(await kim.getByText('On hold').count()).toBeGreaterThan(0);
      expect(await kim.getByText('We are waiting for somebody else').count()).toBe(1);
      expect(await kim.getByText('Urgent').count()).toBeGreaterThan(0);
    });
  });

  test('leaves a note for her colleagues, of which no customer ever hears', async () => {
    const { page } = ada;
    await openInbox(page);
    await page.getByRole('link', { name: 'Kim’s chair wobbles' }).click();
    await page.getByRole('tab', { name: 'Internal note' }).click();
    await page.getByRole('textbox', { name: 'Internal note' }).fill(secret);
    await page.getByRole('button', { name: 'Add internal note' }).click();
    await page.getByRole('article').filter({ hasText: secret }).getByText('the customer never sees this').waitFor();
    await asKim(async (kim) => {
      await kim.goto(`/support/requests/${references.chair}`);
      expect(await kim.content()).not.toContain('warehouse');
      await kim.goto('/support/requests?q=warehouse');
      await kim.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    });
    expect(JSON.stringify(await mailsTo(app.portal, email))).not.toContain('warehouse');
  });

  test('keeps a half-written reply while she looks at another ticket, and sends it with a state', async () => {
    const { page } = ada;
    await openInbox(page);
    await page.getByRole('link', { name: 'Kim’s table is round' }).click();
    await page.getByRole('textbox', { name: 'Reply to the customer' }).fill('We send a **square** one today.');
    await openInbox(page);
    await page.getByRole('link', { name: 'Kim’s lamp flickers' }).click();
    expect(await page.getByRole('textbox', { name: 'Reply to the customer' }).inputValue()).toBe('');
    await openInbox(page);
    await page.getByRole('link', { name: 'Kim’s table is round' }).click();
    expect(await page.getByRole('textbox', { name: 'Reply to the customer' }).inputValue()).toBe('We send a **square** one today.');
    await pick(page, 'State after sending', 'Solved');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('is about to be sent').waitFor();
    // For five seconds it can be taken back; then it is a message of the conversation.
    await page.getByText('changed the state from New to Solved').waitFor();
    await openInbox(page);
    await page.getByRole('link', { name: 'Solved & closed' }).click();
    await until(page, ['Kim’s table is round']);
    await asKim(async (kim) => {
      await kim.goto(`/support/requests/${references.table}`);
      await kim.getByText('We think this is solved.').waitFor();
      expect(await kim.locator('article strong', { hasText: 'square' }).count()).toBeGreaterThan(0);
    });
  });

  test('keeps her filters as a view, which she finds with its count, and deletes it', async () => {
    const { page } = ada;
    await openInbox(page);
    await pick(page, 'Category', 'Seats');
    await page.getByRole('button', { name: 'Save as view' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Only seats');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Only seats 1' }).waitFor();
    await until(page, ['Kim’s chair wobbles']);
    await page.getByRole('button', { name: 'Delete view' }).click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('link', { name: 'Only seats' }).waitFor({ state: 'detached' });
  });

  test('merges two tickets of Kim, after she saw what moves; Kim finds all of it in the other one', async () => {
    const { page } = ada;
    await page.goto(`/admin/plugins/portal/tickets/${references.lamp}`);
    await page.getByRole('button', { name: 'Merge with another ticket' }).click();
    await pick(page, 'With which ticket', /Kim’s chair wobbles/);
    await page.getByText(`1 message and 0 internal notes move to ${references.chair}.`).waitFor();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByRole('heading', { name: 'Kim’s chair wobbles' }).waitFor();
    await page.getByRole('article').filter({ hasText: 'All night long.' }).waitFor();
    await asKim(async (kim) => {
      await kim.goto(`/support/requests/${references.chair}`);
      await kim.getByText('All night long.').waitFor();
      await kim.goto(`/support/requests/${references.lamp}`);
      await kim.getByText(`This request was merged into ${references.chair}`).first().waitFor();
    });
  });

  test('works on requests of Kim and Cora together, after she said that she knows who reads what; each reads his own', async () => {
    const { page } = ada;
    const cora = await new PortalClient(app.portal).signIn('cora@example.com');
    const hers = await cora.sendRequest('seats', 'Cora’s table too', 'Mine came round as well.');
    await page.goto(`/admin/plugins/portal/tickets/${hers}`);
    await page.getByRole('button', { name: 'Merge with another ticket' }).click();
    const dialog = page.getByRole('dialog');
    await pick(page, 'With which ticket', 'A ticket of somebody else …');
    await dialog.getByRole('textbox', { name: 'Number of the ticket' }).fill(references.table.toLowerCase());
    await dialog.getByText('Nobody reads more than before').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'Kim Desk' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Work on both together' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: /I know who reads which ticket/ }).click();
    await dialog.getByRole('button', { name: 'Work on both together' }).click();
    await page.getByRole('heading', { name: 'Kim’s table is round' }).waitFor();
    const joined = page.getByRole('region', { name: `Worked on together: Cora Bell, ${hers}` });
    await joined.getByText('Mine came round as well.').waitFor();
    await page.getByRole('textbox', { name: 'Reply to the customer' }).fill('Square ones go out tomorrow.');
    await page.getByRole('checkbox', { name: `Cora Bell, on ${hers}` }).click();
    await page.getByRole('button', { name: 'Send reply' }).click();
    await joined.getByText('Square ones go out tomorrow.').waitFor({ timeout: 20_000 });
    expect((await cora.request(`/support/requests/${hers}`)).html).toMatch(/Square ones go out tomorrow[^]*We work on this together with another request/);
    expect((await cora.request(`/support/requests/${hers}`)).html).not.toMatch(/Kim|round is|square/);
    await asKim(async (kim) => {
      await kim.goto(`/support/requests/${references.table}`);
      await kim.getByText('Square ones go out tomorrow.').waitFor();
      expect(await kim.content()).not.toMatch(/Cora|came round/);
    });
    await page.goto(`/admin/plugins/portal/tickets/${hers}`);
    await page.getByRole('button', { name: 'By itself again' }).click();
    await page.getByRole('button', { name: 'By itself again' }).waitFor({ state: 'detached' });
  });

  test('has seen no error meanwhile', () => expect(ada.faults).toEqual([]));
});

describe('somebody of the admin who has no rights at the desk', () => {
  test('sees no inbox, neither in the menu nor behind its address', async () => {
    await (await agentClient(app, 'max@example.com')).makeUser('eve@example.com', 'Author');
    const { page, context } = await visit(browser, { baseURL: app.url });
    await signInToAdmin(page, 'eve@example.com');
    await page.getByRole('link', { name: 'Content Manager' }).waitFor();
    expect(await page.getByRole('link', { name: 'Support inbox' }).count()).toBe(0);
    await page.goto(`/admin/plugins/portal/tickets/${references.lamp}`);
    await page.getByText(/permission/i).first().waitFor();
    expect(await page.content()).not.toContain('flickers');
    await expect((await agentClient(app, 'eve@example.com')).reply(references.lamp, 'intruder')).rejects.toThrow(/403/);
    await context.close();
  });
});
