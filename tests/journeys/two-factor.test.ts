import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { becomeCustomer, demoPassword, mailAbout } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { codeOf, roomInStep } from '../support/two-factor';
import { twoModes } from '../support/two-modes';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const typePassword = async (page: Page, email: string, password = demoPassword): Promise<void> => {
  await page.goto('/support/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};
const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await page.getByText('You are signed out.').waitFor();
};
/** The key as it stands on the page, to be typed. */
const keyOn = async (page: Page): Promise<string> => (await page.locator('.key code').innerText()).replaceAll(' ', '');
const typeCode = async (page: Page, code: string, button: string): Promise<void> => {
  await page.getByLabel('Code from the app').fill(code);
  await page.getByRole('button', { name: button, exact: true }).click();
};
/** Sets up an app from the page that offers it, with the code of the half minute before; answers its key. */
const enrol = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Add your account to the app' }).waitFor();
  const key = await keyOn(page);
  await roomInStep();
  await typeCode(page, codeOf(key, -1), 'Turn on');
  await heading(page, 'Your recovery codes');
  return key;
};

describe.each(twoModes)('sign-in in two steps $mode', ({ javaScript }) => {
  const email = `tina-${javaScript ? 'on' : 'off'}@example.com`;
  let visiting: Visit;
  let key = '';
  let codes: string[] = [];

  beforeAll(async () => {
    visiting = await visit(browser, { baseURL: app.url, javaScript });
    await becomeCustomer(visiting.page, app.portal, 'Tina Two', email);
  });
  afterAll(async () => {
    expect(visiting.faults).toEqual([]);
    await visiting.context.close();
  });

  test('Tina sets up an app with the key that she types, and writes down her recovery codes', async () => {
    const { page } = visiting;
    await page.goto('/support/account');
    await page.getByRole('link', { name: 'Password, two-step sign-in and devices' }).click();
    await page.getByText('It is off: your password alone opens your account.').waitFor();
    await page.getByRole('link', { name: 'Set up an app' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByRole('img', { name: 'QR code with your key' }).isVisible()).toBe(true);
    await typeCode(page, '12 34', 'Turn on');
    expect(await page.getByRole('alert').textContent()).toContain('A code has six digits');
    await typeCode(page, '000000', 'Turn on');
    expect(await page.getByRole('alert').textContent()).toContain('This code is not right, or it was used before');
    key = await keyOn(page);
    await roomInStep();
    await typeCode(page, codeOf(key, -1), 'Turn on');
    await heading(page, 'Your recovery codes');
    codes = await page.locator('.codes code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.reload();
    expect(await page.locator('.codes code').allInnerTexts()).toEqual(codes);
    await page.getByRole('button', { name: 'I have saved them' }).click();
    await page.getByText('Two-step sign-in is ready.').waitFor();
    await page.getByText('10 codes are left.').waitFor();
    expect((await mailAbout(app.portal, email, 'now asks for a code')).text).toContain('Hello Tina Two');
  });

  test('signs in with a code of it, back to where she wanted to go', async () => {
    const { page } = visiting;
    await signOut(page);
    await page.goto('/support/requests');
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await heading(page, 'Confirm that it is you');
    await page.goto('/support/account');
    await heading(page, 'Sign in');
    await page.goto('/support/sign-in/verify?return=%2Frequests');
    await typeCode(page, '000000', 'Sign in');
    expect(await page.getByRole('alert').textContent()).toContain('This code is not right');
    await typeCode(page, codeOf(key), 'Sign in');
    await heading(page, 'Your requests');
  });

  test('loses her phone, signs in with a recovery code, and takes the app away', async () => {
    const { page } = visiting;
    await signOut(page);
    await typePassword(page, email);
    await page.getByText('Use a recovery code').click();
    await page.getByLabel('Recovery code').fill('0000-0000-0000-0000');
    await page.locator('details').getByRole('button', { name: 'Sign in', exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toContain('This recovery code is not right');
    expect(await page.getByLabel('Recovery code').inputValue()).toBe('0000-0000-0000-0000');
    await page.getByLabel('Recovery code').fill(codes[0] ?? '');
    await page.locator('details').getByRole('button', { name: 'Sign in', exact: true }).click();
    await heading(page, /How can we help/);
    await page.goto('/support/account/security');
    await page.getByText('9 codes are left.').waitFor();
    await page.getByRole('button', { name: 'Remove app' }).click();
    await page.getByText('The authenticator app is removed.').waitFor();
    await signOut(page);
    await typePassword(page, email);
    await heading(page, /How can we help/);
  });

  test('changes her password, which ends her other sessions', async () => {
    const { page } = visiting;
    const elsewhere = await new PortalClient(app.portal).signIn(email);
    await page.goto('/support/account/security');
    await page.getByRole('link', { name: 'Change password' }).click();
    const save = async (current: string, next: string): Promise<void> => {
      await page.getByLabel('Present password').fill(current);
      await page.getByLabel('New password').fill(next);
      await page.getByRole('button', { name: 'Save password' }).click();
    };
    await save('not this one', 'walrus under a blue door');
    expect(await page.getByRole('alert').textContent()).toContain('This is not your present password');
    await save(demoPassword, 'walrus under a blue door');
    await page.getByText('Your password is changed.').waitFor();
    expect((await elsewhere.request('/support/account')).status).toBe(303);
  });
});

describe.each(twoModes)('a browser that she trusts $mode', ({ javaScript }) => {
  test('is not asked again until she says so', async () => {
    const email = `tess-${javaScript ? 'on' : 'off'}@example.com`;
    const { page, context, faults } = await visit(browser, { baseURL: app.url, javaScript });
    await becomeCustomer(page, app.portal, 'Tess Trust', email);
    await page.goto('/support/account/security/app');
    const key = await enrol(page);
    await page.getByRole('button', { name: 'I have saved them' }).click();
    await signOut(page);
    await typePassword(page, email);
    await page.getByLabel('Do not ask again in this browser for 30 days').check();
    await typeCode(page, codeOf(key), 'Sign in');
    await heading(page, /How can we help/);
    await signOut(page);
    await typePassword(page, email);
    await heading(page, /How can we help/);
    await page.goto('/support/account/security');
    await page.getByRole('button', { name: /^Ask again/ }).click();
    await page.getByText('We ask for the second step in that browser again.').waitFor();
    await page.getByRole('button', { name: 'Make new codes' }).click();
    await heading(page, 'Confirm that it is you');
    await signOut(page);
    await typePassword(page, email);
    await heading(page, 'Confirm that it is you');
    for (let times = 0; times < 5; times += 1) await typeCode(page, '000000', 'Sign in');
    await page.getByText('That took too long, or there were too many wrong codes.').waitFor();
    await heading(page, 'Sign in');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe.each(twoModes)('a customer of a segment that wants a second factor $mode', ({ javaScript }) => {
  test('is led to setting one up, can do nothing before, and goes on where he wanted to', async () => {
    const email = `gil-${javaScript ? 'on' : 'off'}@guarded-${javaScript ? 'on' : 'off'}.example`;
    const max = await agentClient(app, 'max@example.com');
    const { page, context, faults } = await visit(browser, { baseURL: app.url, javaScript });
    await becomeCustomer(page, app.portal, 'Gil Guarded', email);
    const segment = `guarded-${javaScript ? 'on' : 'off'}`;
    await max.set('POST', '/segments', { name: segment, title: segment });
    await max.set('PUT', `/segments/${segment}`, { rules: [{ kind: 'domain', domain: `${segment}.example` }], changes: { 'authentication.requireSecondFactor': true } });
    await page.goto('/support/requests');
    await heading(page, 'One more step for your account');
    await signOut(page);
    await page.goto('/support/sign-in?return=%2Frequests');
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await heading(page, 'One more step for your account');
    for (const path of ['', '/requests', '/account', '/notifications', '/answers', '/requests/new']) {
      await page.goto(`/support${path}`);
      await heading(page, 'One more step for your account');
    }
    await page.goto('/support/requests');
    await page.getByRole('link', { name: 'Set up an app' }).click();
    await enrol(page);
    await page.getByRole('button', { name: 'I have saved them' }).click();
    await heading(page, 'Your requests');
    await page.goto('/support/account/security');
    await page.getByRole('button', { name: 'Remove app' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Your account must have two-step sign-in.');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe.each(twoModes)('somebody signed in on two devices $mode', ({ javaScript }) => {
  test('ends one from the other, and sees it end', async () => {
    const email = `duo-${javaScript ? 'on' : 'off'}@example.com`;
    const here = await visit(browser, { baseURL: app.url, javaScript });
    await becomeCustomer(here.page, app.portal, 'Duo Device', email);
    const there = await visit(browser, { baseURL: app.url, javaScript });
    await typePassword(there.page, email);
    await heading(there.page, /How can we help/);
    await there.page.goto('/support/requests');

    await here.page.goto('/support/account/security');
    const others = here.page.getByRole('button', { name: /^Sign out: Chrome on/ });
    expect(await others.count()).toBe(1);
    await others.click();
    await here.page.getByText('That device is signed out.').waitFor();
    expect(await here.page.getByRole('button', { name: /^Sign out: / }).count()).toBe(0);
    if (javaScript) await there.page.getByText('This page is no longer told of news.').waitFor();
    await there.page.goto('/support/requests');
    await heading(there.page, 'Sign in');
    expect(here.faults).toEqual([]);
    await here.context.close();
    await there.context.close();
  });
});
