import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { becomeCustomer, mailAbout } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(120_000);
let app: RunningApp;
let browser: Browser;
let category: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Anything', fields: [] })).data.slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** The clock time that the page says for the moment when the request was sent, and the moment itself. */
const sentAt = async (page: Page): Promise<{ moment: Date; said: string }> => {
  const time = page.locator('article time').first();
  return { moment: new Date((await time.getAttribute('datetime')) ?? ''), said: (await time.getAttribute('title')) ?? '' };
};
const clockIn = (timeZone: string, moment: Date): string => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);
const theme = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-theme');

describe.each(twoModes)('a customer changes how the portal speaks and looks to him $mode', ({ javaScript }) => {
  const email = `pia-${javaScript ? 'on' : 'off'}@example.com`;
  let page: Page;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const visiting = await visit(browser, { baseURL: app.url, javaScript });
    page = visiting.page;
    close = async () => {
      expect(visiting.faults).toEqual([]);
      await visiting.context.close();
    };
    await becomeCustomer(page, app.portal, 'Pia Profile', email);
  });
  afterAll(() => close());

  const save = async (button = 'Save changes'): Promise<void> => {
    await page.getByRole('button', { name: button }).click();
    await page.waitForURL(/done=saved/);
  };

  test('the name is how the portal greets', async () => {
    await page.goto('/support/account');
    await page.getByLabel('Your name').fill('Philippa');
    await save();
    await page.getByText('Your changes are saved.').waitFor();
    await page.goto('/support');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('How can we help, Philippa?');
  });

  test('an empty name is refused at its field, and the other answers stay', async () => {
    await page.goto('/support/account');
    await page.getByLabel('Your name').fill('');
    await page.getByLabel('Time zone').selectOption('Europe/Rome');
    await page.getByRole('button', { name: 'Save changes' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Enter your name');
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Rome');
    await page.goto('/support/account');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Philippa');
  });

  test('the time zone is the one of all times', async () => {
    const client = await new PortalClient(app.portal).signIn(email);
    const reference = await client.sendRequest(category, 'When was this?', 'Just now.');
    for (const timeZone of ['Asia/Tokyo', 'America/New_York']) {
      await page.goto('/support/account');
      await page.getByLabel('Time zone').selectOption(timeZone);
      await save();
      await page.goto(`/support/requests/${reference}`);
      const { moment, said } = await sentAt(page);
      expect(said).toContain(clockIn(timeZone, moment));
    }
  });

  test('the dark theme is dark on a light device', async () => {
    await page.goto('/support/account');
    const light = await page.screenshot();
    await page.getByLabel('Dark').check();
    await save();
    expect(await theme(page)).toBe('dark');
    expect(await page.locator('meta[name=color-scheme]').getAttribute('content')).toBe('dark');
    expect((await page.screenshot()).equals(light)).toBe(false);
    await page.goto('/support/requests');
    expect(await theme(page)).toBe('dark');
  });

  test('German is German on each page, and in the mails', async () => {
    await page.goto('/support/account');
    await page.getByLabel('Language').selectOption('de');
    await save();
    await page.getByRole('heading', { level: 1, name: 'Konto' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    for (const [path, heading] of [['/support/requests', 'Ihre Anfragen'], ['/support/requests/new', 'Worum geht es?']] as const) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/\b(the|your|request|Continue|Apply)\b/);
    }
    await new PortalClient(app.portal).signIn(email).then((client) => client.sendRequest(category, 'Auf Deutsch', 'Guten Tag'));
    expect((await mailAbout(app.portal, email, 'Ihre Anfrage ist da')).text).toContain('Guten Tag Philippa');
  });
});
