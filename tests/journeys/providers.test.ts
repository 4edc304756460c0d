import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { mailAbout } from '../support/people';
import { acceptPortal, environmentOf, startProviders, type Providers } from '../support/providers';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(120_000);
let app: RunningApp;
let browser: Browser;
let providers: Providers;

beforeAll(async () => {
  providers = await startProviders();
  // One that nobody answers for: the port is that of a service which browsers and servers leave alone.
  const gone = { name: 'gone', title: 'Gone login', issuer: 'http://127.0.0.1:9', clientId: 'id', clientSecret: 'secret' };
  [app, browser] = await Promise.all([startApp({ ...environmentOf(providers), PORTAL_OIDC: JSON.stringify([gone]) }), launchBrowser()]);
  await acceptPortal(providers, app.portal);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  for (const provider of Object.values(providers ?? {})) await provider.stop();
});

/** From the sign-in page to the provider's, where somebody says who he is. */
const continueWith = async (page: Page, title: string, account: string, button = 'Continue'): Promise<void> => {
  await page.goto('/support/sign-in');
  await page.getByRole('button', { name: `Continue with ${title}` }).click();
  await page.getByRole('heading', { name: 'The stand-in of' }).waitFor();
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: button, exact: true }).click();
};
/** The provider knows him from a moment ago, and asks nothing. */
const continueAgain = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('button', { name: `Continue with ${title}` }).click();
  await page.getByRole('heading', { name: 'How can we help' }).waitFor();
};
const signOut = async (page: Page): Promise<void> => {
  await page.goto('/support/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
};
const codeFor = async (email: string): Promise<string> => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec((await mailAbout(app.portal, email, 'Your code for')).text)?.[0] ?? '';

describe.each(twoModes)('with a provider $mode', ({ javaScript }) => {
  const name = (who: string): string => `${who}-${javaScript ? 'on' : 'off'}`;
  let visiting: Visit;
  beforeEach(async () => {
    visiting = await visit(browser, { baseURL: app.url, javaScript });
    visiting.page.setDefaultTimeout(15_000);
  });
  afterEach(async () => {
    expect(visiting.faults).toEqual([]);
    await visiting.context.close();
  });

  test('Nora comes in with Google, is brought back to where she was, and comes in again', async () => {
    const { page } = visiting;
    await page.goto('/support/requests');
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await page.getByLabel('Account').fill(`${name('nora')}@gmail.com`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL('**/support/requests');
    await signOut(page);
    await continueAgain(page, 'Google');
  });

  test('Mia comes in with Microsoft once she has typed the mailed code', async () => {
    const { page } = visiting;
    const email = `${name('mia')}@contoso.example`;
    await continueWith(page, 'Microsoft', email);
    await page.getByRole('heading', { name: 'One step left' }).waitFor();
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByText('A code is on its way.').waitFor();
    await page.getByLabel('Code from our email').fill('AAAA-BBBB');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('alert').getByText('This is not the code from our newest email.').waitFor();
    expect(await page.getByLabel('Code from our email').inputValue()).toBe('AAAA-BBBB');
    await page.getByLabel('Code from our email').fill((await codeFor(email)).toLowerCase());
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('heading', { name: 'How can we help' }).waitFor();
    await signOut(page);
    await continueAgain(page, 'Microsoft');
  });

  test('Cora, who has an account, shows her password once; later she disconnects the provider', async () => {
    const { page } = visiting;
    const provider = javaScript ? 'Google' : 'Microsoft';
    await continueWith(page, provider, 'cora@example.com');
    await page.getByRole('textbox', { name: 'Password of your account here' }).fill('not hers');
    await page.getByRole('button', { name: 'Continue with password' }).click();
    await page.getByRole('alert').getByText('This password does not open an account').waitFor();
    await page.getByRole('textbox', { name: 'Password of your account here' }).fill('Portal-demo-2026');
    await page.getByRole('button', { name: 'Continue with password' }).click();
    await page.getByRole('heading', { name: 'How can we help, Cora?' }).waitFor();
    await mailAbout(app.portal, 'cora@example.com', `${provider} now opens your account`);
    await page.goto('/support/account');
    await page.getByRole('link', { name: 'Ways to sign in' }).click();
    await page.getByText('Connected as cora@example.com').waitFor();
    await page.getByRole('button', { name: `Disconnect ${provider}` }).click();
    await page.getByText('The provider is disconnected.').waitFor();
    await page.getByRole('button', { name: `Connect ${provider}` }).click();
    await page.getByText('The provider is connected.').waitFor();
    await page.getByRole('button', { name: `Disconnect ${provider}` }).click();
    await page.getByText('The provider is disconnected.').waitFor();
  });

  test('Olga, who has no password here, shows by a mailed code that it is she, and asks to be erased', async () => {
    const { page } = visiting;
    const email = `${name('olga')}@gmail.com`;
    await continueWith(page, 'Google', email);
    await page.getByRole('heading', { name: 'How can we help' }).waitFor();
    await page.goto('/support/account/verify?return=%2Faccount%2Fdata');
    expect(await page.getByRole('textbox', { name: 'Your password' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByText('A code is on its way.').waitFor();
    await page.getByLabel('Code from our email').fill('AAAA-BBBB');
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('Code from our email').inputValue()).toBe('AAAA-BBBB');
    await page.getByLabel('Code from our email').fill((await codeFor(email)).toLowerCase());
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.waitForURL('**/support/account/data');
    await page.getByRole('button', { name: 'Ask for erasure' }).click();
    await page.goto(/https?:\/\/\S+\/account\/erasure\?code=\S+/.exec((await mailAbout(app.portal, email, 'erases your data')).text)?.[0] ?? '');
    await page.getByRole('main').getByRole('button').first().click();
    await page.goto('/support/account/data');
    await page.getByRole('button', { name: 'Take it back' }).waitFor();
  });

  test('Leo cancels, and is told that nothing was changed', async () => {
    const { page } = visiting;
    await continueWith(page, 'Google', 'leo@gmail.com', 'Cancel');
    await page.getByRole('heading', { name: 'You did not finish signing in' }).waitFor();
    await page.getByRole('button', { name: 'Try again with Google' }).click();
    await page.getByLabel('Account').fill(`${name('leo')}@gmail.com`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'How can we help' }).waitFor();
  });

  test('somebody whose browser lost the cookie, and somebody whose provider is down, are told what to do', async () => {
    const { page, context } = visiting;
    await page.goto('/support/sign-in');
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await page.getByLabel('Account').fill('lost@gmail.com');
    await context.clearCookies({ name: 'portal_visit' });
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Please go on in one browser' }).waitFor();
    await page.getByRole('link', { name: 'Sign in another way' }).click();
    await page.getByRole('button', { name: 'Continue with Gone login' }).click();
    await page.getByRole('heading', { name: 'Gone login cannot be reached' }).waitFor();
    await page.getByRole('button', { name: 'Try again with Gone login' }).waitFor();
  });
});
