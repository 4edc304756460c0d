import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { demoPassword, mailAbout, signIn } from '../support/people';
import { startApp, type RunningApp } from '../support/running-app';
import { choose, field, linkColour, paper, save, settings, zip } from '../support/settings-pages';
import { twoModes } from '../support/two-modes';
import { Visitor } from '../support/visitor';
import type { Me } from '../../plugin/contracts/accounts';

jest.setTimeout(240_000);
let app: RunningApp;
let browser: Browser;
let max: Visit;
/** A request of each customer, by address. */
const requests = new Map<string, string>();

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Anything else', position: 9000, fields: [] });
  for (const email of ['cora@example.com', 'otto@example.org']) {
    const sent = await (await api(app.url, email)).post<{ reference: string }>('/tickets', { subject: 'Before', body: 'Words.', category: 'anything-else' });
    requests.set(email, sent.data.reference);
  }
  max = await visit(browser, { baseURL: app.url });
  await signInToAdmin(max.page, 'max@example.com');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const asCustomer = async (email: string, javaScript: boolean, work: (page: Page) => Promise<void>): Promise<void> => {
  const { page, context, faults } = await visit(browser, { baseURL: app.url, javaScript });
  await signIn(page, email);
  await work(page);
  expect(faults).toEqual([]);
  await context.close();
};
const api = async (url: string, email: string): Promise<Visitor> => {
  const visitor = new Visitor(`${url}/api/portal`);
  await visitor.post('/auth/login', { email, password: demoPassword });
  return visitor;
};
const policyOf = async (who: Visitor) => (await who.get<Me>('/me')).data.policy;

/** What somebody sees of the segment on his pages. */
const seen = async (page: Page) => {
  await page.goto('/support/requests/new');
  await page.locator('.card-grid a').first().click();
  for (let deeper = 0; deeper < 2 && (await page.getByLabel('Subject').count()) === 0; deeper += 1) await page.locator('.card-grid a').first().click();
  await page.getByLabel('Subject').waitFor();
  const urgent = await page.getByText('Urgent', { exact: true }).count();
  const [dark, name] = [await page.locator('html').getAttribute('data-theme'), (await page.locator('.brand').innerText()).trim()];
  return { urgent: urgent > 0, theme: dark, name, palette: await page.locator('link[rel="stylesheet"][href*="/theme/"]').count() };
};

/** Sends a zip file with a reply, whether or not the page offers it. */
const sendZip = async (page: Page, email: string) => {
  await page.goto(`/support/requests/${requests.get(email)}`);
  const before = await page.locator('a[href*="/attachments/"]', { hasText: 'logs.zip' }).count();
  const offered = (await page.getByText(/\bZIP\b/).count()) > 0;
  await page.getByLabel('Your reply').fill('With a file.');
  await page.getByLabel('Attach files').setInputFiles(zip);
  await page.getByRole('button', { name: 'Send reply' }).click();
  // Sent, or refused: either way the page comes again.
  await page.waitForURL((url) => url.search !== '' || url.hash !== '');
  await page.goto(`/support/requests/${requests.get(email)}`);
  return { offered, arrived: (await page.locator('a[href*="/attachments/"]', { hasText: 'logs.zip' }).count()) > before };
};

describe('an admin makes a segment', () => {
  test('with zip files, a dark theme, a colour, a name and priority support', async () => {
    const { page } = max;
    await settings(page, 'segments', 'Segments');
    await page.getByLabel('Title').fill('Gold');
    await page.getByRole('button', { name: 'Create segment' }).click();
    await page.getByRole('heading', { name: 'Gold', exact: true, level: 1 }).waitFor();
    expect(await field(page, 'Largest file (MB)').getByText('The portal’s default').count()).toBe(1);
    await field(page, 'Priority support').getByRole('checkbox').click({ force: true });
    await field(page, 'Types of files').getByRole('checkbox', { name: 'zip' }).check();
    await choose(page, 'Light or dark', 'Dark');
    await page.getByLabel('Name of the portal').fill('Gold desk');
    await page.getByLabel('Accent colour', { exact: true }).fill('#1b1f8a');
    await page.getByText(/hard to read in the dark theme: \d(\.\d)?:1, .*; the nearest that is not: #/).waitFor();
    await page.getByRole('button', { name: /^Use #/ }).click();
    await page.getByText('Everybody can read this colour.').waitFor();
    expect(await field(page, 'Priorities to choose from').getByText('Customers may choose: Low, Normal, High, Urgent').count()).toBe(1);
    await save(page);
    expect(await field(page, 'Light or dark').getByText('From the segment Gold').count()).toBe(1);
  });

  test('and puts Cora there', async () => {
    const { page } = max;
    await settings(page, 'customers', 'Customers');
    await page.getByPlaceholder('Find by name or e-mail').fill('cora');
    await page.keyboard.press('Enter');
    await page.getByText('cora@example.com').waitFor();
    await page.getByRole('combobox', { name: /^Segment of Cora/ }).click();
    await page.getByRole('option', { name: 'Gold', exact: true }).click();
    await page.getByText(/Cora.* is saved\./).first().waitFor();
    expect(max.faults).toEqual([]);
  });
});

describe('the page of a segment', () => {
  const reopening = 'Days to reopen a closed request';
  const days = (page: Page): Promise<string> => field(page, reopening).getByRole('textbox').inputValue();
  const useDefault = (page: Page): Promise<void> => page.getByRole('button', { name: `Use the default: 14 (${reopening})` }).click();
  const typeAt = (page: Page, label: string, value: string): Promise<void> => field(page, label).getByRole('textbox').fill(value);

  test('shows the value that is used again as soon as an override is taken back, saved or not', async () => {
    const { page } = max;
    await settings(page, 'segments/gold', 'Gold');
    await typeAt(page, reopening, '25');
    await useDefault(page);
    expect([await days(page), await page.getByRole('button', { name: 'Save' }).isDisabled()]).toEqual(['14', true]);
    await typeAt(page, reopening, '30');
    await save(page);
    await useDefault(page);
    expect(await days(page)).toBe('14');
    await field(page, reopening).getByText('The portal’s default · Not saved yet').waitFor();
    await save(page);
    expect(await days(page)).toBe('14');
  });

  test('leads to what was refused, from wherever it was saved, and names it', async () => {
    const { page } = max;
    await typeAt(page, 'Largest file (MB)', '5000');
    expect(await field(page, 'Largest file (MB)').innerText()).toMatch(/Of each file\.[^]*From 0\.01 to 1,024 MB\./);
    await page.getByLabel('Domains of e-mail addresses').fill('no domain');
    await page.getByRole('textbox', { name: 'Name of the portal' }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Some fields are not right. Nothing was saved.').first().waitFor();
    expect(await field(page, 'Largest file (MB)').getByRole('textbox').evaluate((input) => input === document.activeElement && input.getBoundingClientRect().top > 56)).toBe(true);
    expect(await page.getByRole('alert').getByRole('button', { name: 'Largest file (MB)' }).count()).toBe(1);
    await typeAt(page, 'Largest file (MB)', '10');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('“no” is no domain. Write it like example.com.').first().waitFor();
    expect(await page.getByLabel('Domains of e-mail addresses').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  test('asks before what was changed is lost', async () => {
    const { page } = max;
    await page.getByRole('link', { name: 'Organisations', exact: true }).click();
    await page.getByText('Are you sure you want to leave this page? All your modifications will be lost.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByLabel('Domains of e-mail addresses').inputValue()).toBe('no domain');
    await page.getByRole('link', { name: 'Organisations', exact: true }).click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'Organisations', exact: true, level: 1 }).waitFor();
    await settings(page, 'segments/gold', 'Gold');
    expect(await page.getByLabel('Domains of e-mail addresses').inputValue()).toBe('');
  });
});

test('the page of a customer says what holds for her, where it comes from, and why she is there', async () => {
  const { page } = max;
  await settings(page, 'customers?_q=cora', 'Customers');
  await page.getByRole('link', { name: /^Cora/ }).click();
  await page.getByText('Gold, because somebody chose it for this customer.').waitFor();
  const row = (label: string) => page.locator('dl > div').filter({ hasText: label });
  const told = await Promise.all(['Priorities to choose from', 'Largest file', 'Name of the portal'].map((label) => row(label).innerText()));
  expect(told.join('; ')).toMatch(/Low, Normal, High, Urgent[^;]*; .*10 MB\s+The portal’s default; .*Gold desk\s+From the segment Gold/s);
  await page.getByRole('link', { name: 'Open the segment Gold' }).click();
  await page.getByRole('heading', { name: 'Gold', exact: true, level: 1 }).waitFor();
  expect(max.faults).toEqual([]);
});

describe.each(twoModes)('$mode', ({ javaScript }) => {
  test('Cora sees exactly that', () =>
    asCustomer('cora@example.com', javaScript, async (page) => {
      expect(await seen(page)).toEqual({ urgent: true, theme: 'dark', name: 'Gold desk', palette: 1 });
      expect(await paper(page)).not.toBe('');
      expect(await linkColour(page)).toMatch(/^light-dark\(#/);
      expect(await sendZip(page, 'cora@example.com')).toEqual({ offered: true, arrived: true });
    }));

  test('and Otto does not', () =>
    asCustomer('otto@example.org', javaScript, async (page) => {
      expect(await seen(page)).toEqual({ urgent: false, theme: 'auto', name: 'Northwind Help', palette: 0 });
      expect(await sendZip(page, 'otto@example.org')).toEqual({ offered: false, arrived: false });
    }));
});

test('the API says the same', async () => {
  const [cora, otto] = [await api(app.url, 'cora@example.com'), await api(app.url, 'otto@example.org')];
  expect((await policyOf(cora)).limits.allowedFileTypes).toContain('zip');
  expect((await policyOf(otto)).limits.allowedFileTypes).not.toContain('zip');
  const urgent = { subject: 'It burns', body: 'Help.', category: 'anything-else', priority: 'urgent' };
  expect([(await cora.post('/tickets', urgent)).status, (await otto.post('/tickets', urgent)).status]).toEqual([201, 400]);
});

test('and so does her mail', async () => {
  const mail = await mailAbout(app.portal, 'cora@example.com', 'It burns');
  expect(mail.text).toContain('Gold desk');
  expect(mail.html).toContain('background:#10141d');
});

test('another process on the same database follows within moments, without a restart', async () => {
  const other = await startApp({ PORTAL_DATA_DIR: app.dataDirectory });
  try {
    const cora = await api(other.url, 'cora@example.com');
    expect((await policyOf(cora)).theme.name).toBe('Gold desk');
    await settings(max.page, 'segments/gold', 'Gold');
    await field(max.page, 'Name of the portal').getByRole('button', { name: /^Use the default: .*\(Name of the portal\)$/ }).click();
    await save(max.page);
    for (let tries = 0; tries < 50 && (await policyOf(cora)).theme.name !== 'Northwind Help'; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await policyOf(cora)).theme.name).toBe('Northwind Help');
  } finally {
    other.process.kill('SIGTERM');
    await new Promise((resolve) => other.process.once('exit', resolve));
  }
});

describe('what is switched off for everybody', () => {
  test('is gone from the pages, and the change is in the list', async () => {
    const { page } = max;
    await settings(page, 'features', 'Features');
    await field(page, 'Sending requests').getByRole('checkbox').click({ force: true });
    await save(page);
    await asCustomer('otto@example.org', false, async (customer) => {
      await customer.goto('/support/requests');
      expect(await customer.getByRole('link', { name: 'New request' }).count()).toBe(0);
      expect((await customer.goto('/support/requests/new'))?.status()).toBe(404);
    });
    await settings(page, 'changes', 'Changes');
    await page.getByText('not set here → No').waitFor();
    await settings(page, 'features', 'Features');
    await page.getByRole('button', { name: 'Use the default: Yes (Sending requests)' }).click();
    await save(page);
  });

  test('as is making an account, with its link and its page', async () => {
    const { page } = max;
    await settings(page, 'authentication', 'Authentication');
    await field(page, 'Customers make their own accounts').getByRole('checkbox').click({ force: true });
    await save(page);
    const { page: stranger, context } = await visit(browser, { baseURL: app.url, javaScript: false });
    await stranger.goto('/support/sign-in');
    expect(await stranger.getByRole('link', { name: 'Create account' }).count()).toBe(0);
    expect((await stranger.goto('/support/register'))?.status()).toBe(404);
    await page.getByRole('button', { name: 'Use the default: Yes (Customers make their own accounts)' }).click();
    await save(page);
    expect((await stranger.goto('/support/register'))?.status()).toBe(200);
    await context.close();
  });
});
