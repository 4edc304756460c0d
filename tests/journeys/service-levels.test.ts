import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { pick, signInToAdmin } from '../support/desk';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;
let max: Visit;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  max = await visit(browser, { baseURL: app.url });
  await signInToAdmin(max.page, 'max@example.com');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe('Max sets what the desk promises', () => {
  // Browsers list this zone by its older name.
  test('hours through the night, a holiday, and says so in the desk’s own zone', async () => {
    const { page } = max;
    await page.goto('/admin/settings/portal/business-hours');
    await page.getByRole('heading', { name: 'Business hours', exact: true }).waitFor();
    const zone = page.getByRole('combobox', { name: 'Time zone of the desk' });
    await zone.click();
    // Opened, it offers more than the one that is set; typing begins anew.
    await page.getByRole('option', { name: 'Africa/Abidjan' }).waitFor();
    await page.keyboard.type('katm');
    expect(await zone.inputValue()).toBe('katm');
    await page.getByRole('option', { name: 'Asia/Katmandu' }).click();
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) {
      const own = page.getByRole('region', { name: day, exact: true });
      if (day.startsWith('S')) await own.getByRole('button', { name: `Add hours on ${day}` }).click();
      await own.getByLabel('Opens').fill('00:00');
      await own.getByLabel('Closes').fill('00:00');
    }
    await page.getByRole('button', { name: 'Add holiday' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    // Not without a name and a day.
    await page.getByText('Some fields are not right. Nothing was saved.').first().waitFor();
    const holiday = page.getByRole('group', { name: 'Holiday 1' });
    await holiday.getByLabel('First day').fill('2031-01-01');
    await holiday.getByLabel('Name of the holiday').fill('New year');
    await page.getByRole('button', { name: 'Show when it would be due' }).click();
    await page.getByText('The desk is open now.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. Open tickets are being counted anew.').first().waitFor();
    await page.reload();
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === 'Asia/Katmandu'));
    expect(await page.getByLabel('Last day').inputValue()).toBe('2031-01-01');
    expect(await page.getByRole('region', { name: 'Sunday' }).getByLabel('Closes').inputValue()).toBe('00:00');
  });

  test('a target, after one that the server cannot read', async () => {
    const { page } = max;
    await page.goto('/admin/settings/portal/service-levels');
    await page.getByRole('heading', { name: 'Service levels', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Add target' }).click();
    // The demo has one already, for premium customers.
    const target = page.getByRole('group', { name: 'Target 2' });
    await target.getByLabel('First reply within').fill('soon');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This value cannot be used here.').first().waitFor();
    expect(await target.getByLabel('First reply within').inputValue()).toBe('soon');
    await target.getByLabel('First reply within').fill('0:01');
    await target.getByLabel('Solved within').fill('40');
    await page.getByRole('button', { name: 'Show when it would be due' }).click();
    await page.getByText('Solved by').nth(1).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. Open tickets are being counted anew.').first().waitFor();
  });
});

test('an agent sees what is due in the list and on the ticket, and narrows the list to what is late', async () => {
  const customer = await new PortalClient(app.portal).signIn('cora@example.com');
  const category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Promised things', position: 9100, fields: [] })).data.slug;
  const reference = await customer.sendRequest(category, 'A promised answer', 'By when?');
  const { page, faults } = max;
  await page.goto('/admin/plugins/portal?view=unassigned');
  await page.getByRole('row', { name: /A promised answer/ }).getByText(/^Reply due/).waitFor();
  await page.goto(`/admin/plugins/portal/tickets/${reference}`);
  await page.getByRole('region', { name: 'Promised' }).getByText('First reply within 0:01 h').waitFor();
  await page.goto('/admin/plugins/portal?view=open');
  await pick(page, 'Due', 'Overdue');
  // The demo's tickets are older than the promise, this one is not.
  await page.getByText('A promised answer').waitFor({ state: 'detached' });
  await page.getByText(/Reply was due|Solution was due/).first().waitFor();
  expect(faults).toEqual([]);
});
