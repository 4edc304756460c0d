import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visit } from '../support/browser';
import { markupFaults } from '../support/markup';
import { faultsHere, mirroredFaults, withoutScripts } from '../support/page-faults';
import { acceptPortal, environmentOf, startProviders, type Providers } from '../support/providers';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;
let providers: Providers;

beforeAll(async () => {
  providers = await startProviders();
  [app, browser] = await Promise.all([startApp(environmentOf(providers)), launchBrowser()]);
  await acceptPortal(providers, app.portal);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  for (const provider of Object.values(providers ?? {})) await provider.stop();
});

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

type Look = (page: Page, name: string) => Promise<string[]>;
/** Each page of a sign-in with a provider, on the way through it. */
const allThrough = async (page: Page, email: string, look: Look): Promise<string[]> => {
  const found: string[] = [];
  const here = async (name: string): Promise<void> => void found.push(...(await look(page, name)));
  for (const address of ['/sign-in', '/register', '/sign-in/problem?code=provider_cancelled&provider=google', '/sign-in/problem?code=registration_closed&provider=company', '/sign-in/problem']) {
    await page.goto(`/support${address}`);
    await here(address);
  }
  // Kept from going on by itself, so that it can be looked at.
  await page.route('**/support/sign-in/microsoft', async (route) => {
    const response = await route.fetch();
    const { refresh: _onItsOwn, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto('/support/sign-in');
  await press(page, 'Continue with Microsoft');
  await page.getByRole('heading', { name: 'On to Microsoft' }).waitFor();
  await here('leaving');
  await page.unroute('**/support/sign-in/microsoft');
  await page.goto('/support/sign-in');
  await press(page, 'Continue with Microsoft');
  await page.getByLabel('Account').fill(email);
  await press(page, 'Continue');
  await page.getByRole('heading', { name: 'One step left' }).waitFor();
  await here('connect');
  await press(page, 'Send me a code');
  await page.getByText('A code is on its way.').waitFor();
  await here('connect with a code');
  await press(page, 'Continue');
  await page.getByRole('alert').waitFor();
  await here('connect with an error');
  await page.getByRole('textbox', { name: 'Password of your account here' }).fill('Portal-demo-2026');
  await press(page, 'Continue with password');
  // He may read another language, and the address is that of the form where a test stands between.
  await page.locator('form[action$="/sign-out"]').waitFor({ state: 'attached' });
  await page.goto('/support/account/providers');
  await here('ways to sign in');
  return found;
};

test.each(twoModes)('$mode no page of a sign-in with a provider has anything that axe finds, or is too wide, in light and dark', async ({ javaScript }) => {
  const { page, context, faults } = await visit(browser, { baseURL: app.url });
  if (!javaScript) await withoutScripts(page);
  expect(await allThrough(page, javaScript ? 'cora@example.com' : 'otto@example.org', faultsHere)).toEqual([]);
  expect(javaScript ? faults : []).toEqual([]);
  await context.close();
});

test('html-validate finds nothing on them, and in Arabic they run from right to left', async () => {
  const context = await browser.newContext({ baseURL: app.url, reducedMotion: 'reduce', locale: 'ar' });
  const page = await context.newPage();
  const found: string[] = [];
  for (const address of ['/sign-in', '/register', '/sign-in/problem?code=provider_unavailable&provider=google']) {
    await page.goto(`/support${address}`);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    found.push(...(await markupFaults(await (await context.request.get(`/support${address}`)).text(), address)), ...(await mirroredFaults(page, address)));
  }
  expect(found).toEqual([]);
  await context.close();
});
