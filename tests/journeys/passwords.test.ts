import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { becomeCustomer, demoPassword, linkIn, mailAbout, mailsTo } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(120_000);
const newPassword = 'walrus under a blue door';
let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const askForLink = async (page: Page, email: string): Promise<void> => {
  await page.goto('/support/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.getByRole('heading', { name: 'Check your email' }).waitFor();
};
const setPassword = async (page: Page, link: string, password: string): Promise<void> => {
  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Save password' }).click();
};
const trySignIn = async (page: Page, email: string, password: string): Promise<void> => {
  await page.goto('/support/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

describe.each(twoModes)('a customer who forgot his password $mode', ({ javaScript }) => {
  const email = `frank-${javaScript ? 'on' : 'off'}@example.com`;
  let visiting: Visit;

  beforeAll(async () => {
    visiting = await visit(browser, { baseURL: app.url, javaScript });
    await becomeCustomer(visiting.page, app.portal, 'Frank Forgot', email);
    await visiting.context.clearCookies();
  });
  afterAll(async () => {
    expect(visiting.faults).toEqual([]);
    await visiting.context.close();
  });

  test('sets a new one by mail, and the old one no longer works', async () => {
    const { page } = visiting;
    const elsewhere = await new PortalClient(app.portal).signIn(email);
    await askForLink(page, email);
    const link = linkIn(await mailAbout(app.portal, email, 'Your new password'));
    await setPassword(page, link, 'short');
    expect(await page.getByRole('alert').textContent()).toContain('Use at least 10 characters for your password');
    await setPassword(page, link, newPassword);
    await page.getByText('Your new password is set.').waitFor();

    expect((await elsewhere.request('/support/account')).status).toBe(303);
    await trySignIn(page, email, demoPassword);
    expect(await page.getByRole('alert').textContent()).toContain('The email address or the password is not right.');
    expect(await page.getByLabel('Email address').inputValue()).toBe(email);
    await trySignIn(page, email, newPassword);
    await page.getByRole('heading', { name: 'How can we help, Frank?' }).waitFor();

    await visiting.context.clearCookies();
    await setPassword(page, link, 'another one entirely');
    expect(await page.getByRole('alert').textContent()).toContain('This link was used already, or it is too old. Ask for a new one.');
    await page.getByRole('link', { name: 'Ask for a new link' }).click();
    await page.getByRole('button', { name: 'Send link' }).waitFor();
  });

  test('is told the same when there is no such account, and nobody gets a mail', async () => {
    const stranger = `nobody-${javaScript ? 'on' : 'off'}@example.com`;
    await askForLink(visiting.page, stranger);
    const words = await visiting.page.locator('main').innerText();
    await askForLink(visiting.page, email);
    expect(await visiting.page.locator('main').innerText()).toBe(words);
    await mailAbout(app.portal, email, 'Your new password');
    expect(await mailsTo(app.portal, stranger)).toEqual([]);
  });
});

describe.each(twoModes)('a new customer $mode', ({ javaScript }) => {
  const email = `nora-${javaScript ? 'on' : 'off'}@example.com`;
  const register = async (page: Page): Promise<void> => {
    await page.goto('/support/register');
    await page.getByLabel('Your name').fill('Nora New');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password').fill(demoPassword);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
  };

  test('who follows the mailed link twice is told what to do', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript });
    await register(page);
    const link = linkIn(await mailAbout(app.portal, email, 'Confirm'));
    await trySignIn(page, email, demoPassword);
    expect(await page.getByRole('alert').textContent()).toContain('is not right');

    for (const expected of ['Your email address is confirmed. You can sign in now.', 'This link no longer works']) {
      await page.goto(link);
      await page.getByRole('button', { name: 'Confirm email address' }).click();
      await page.getByText(expected).first().waitFor();
    }
    expect(await page.getByText('It was used already, or it is too old.').count()).toBe(1);
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await trySignIn(page, email, demoPassword);
    await page.getByRole('heading', { name: 'How can we help, Nora?' }).waitFor();
    await context.close();
  });

  test('who registers again reads by mail that she has an account, and the page tells nobody', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript });
    await register(page);
    await mailAbout(app.portal, email, 'You already have an account');
    await context.close();
  });
});
