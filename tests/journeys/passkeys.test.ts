import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { becomeCustomer, demoPassword, mailAbout } from '../support/people';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;
const email = 'petra@example.com';

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Puts a device with a fingerprint reader, which always knows its finger, under a page. */
const giveDevice = async ({ context, page }: Visit): Promise<void> => {
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
};
const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByText('You are signed out.').waitFor();
};
const typePassword = async (page: Page): Promise<void> => {
  await page.goto('/support/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

describe('Petra has a device with a fingerprint reader', () => {
  let petra: Visit;
  beforeAll(async () => {
    petra = await visit(browser, { baseURL: app.url });
    await giveDevice(petra);
    await becomeCustomer(petra.page, app.portal, 'Petra Passkey', email);
  });
  afterAll(async () => {
    expect(petra.faults).toEqual([]);
    await petra.context.close();
  });

  test('adds a passkey, which needs a name, and writes down her recovery codes', async () => {
    const { page } = petra;
    await page.goto('/support/account/security');
    await page.getByRole('link', { name: 'Add a passkey' }).click();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    expect(await page.getByRole('alert').first().textContent()).toContain('Fill in “Name of the passkey”');
    await page.getByLabel('Name of the passkey').fill('My laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await heading(page, 'Your recovery codes');
    await page.getByRole('button', { name: 'I have saved them' }).click();
    await page.getByText('The passkey is added.').waitFor();
    expect(await page.getByRole('list', { name: 'Passkeys' }).innerText()).toContain('My laptop');
    await mailAbout(app.portal, email, 'A passkey was added');
  });

  test('signs in with it alone, back to where she wanted to go', async () => {
    const { page } = petra;
    await signOut(page);
    await page.goto('/support/sign-in?return=%2Frequests');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await heading(page, 'Your requests');
  });

  test('signs in with her password, and the passkey as the second step', async () => {
    const { page } = petra;
    await signOut(page);
    await typePassword(page);
    await heading(page, 'Confirm that it is you');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await heading(page, /How can we help/);
  });

  test('confirms with it that it is still she', async () => {
    const { page } = petra;
    await page.goto('/support/account/verify?return=%2Faccount%2Fsecurity');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await heading(page, 'Security');
    expect(await page.getByRole('list', { name: 'Passkeys' }).innerText()).toContain('last used just now');
  });

  test('gives it another name, which must be one', async () => {
    const { page } = petra;
    await page.goto('/support/account/security');
    await page.getByText('Rename My laptop').click();
    await page.getByLabel('New name').fill(' ');
    await page.getByRole('button', { name: 'Save name' }).click();
    expect(await page.getByRole('alert').first().textContent()).toContain('Fill in “New name”');
    await page.getByLabel('New name').fill('Work laptop');
    await page.getByRole('button', { name: 'Save name' }).click();
    await page.getByText('The passkey has its new name.').waitFor();
    expect(await page.getByRole('list', { name: 'Passkeys' }).innerText()).toContain('Work laptop');
    const plain = await petra.context.browser()?.newContext({ baseURL: app.url, javaScriptEnabled: false, storageState: await petra.context.storageState() });
    const still = await plain?.newPage();
    await still?.goto('/support/account/security');
    await still?.getByText('Rename Work laptop').click();
    await still?.getByLabel('New name').fill('My laptop');
    await still?.getByRole('button', { name: 'Save name' }).click();
    await still?.getByText('The passkey has its new name.').waitFor();
    await plain?.close();
  });

  test('without her device she is told of other ways, and no passkey opens the door', async () => {
    const other = await visit(browser, { baseURL: app.url });
    const session = await other.context.newCDPSession(other.page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
    await other.page.goto('/support/sign-in');
    await other.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await other.page.getByText('No passkey was used. Try again, or choose another way.').waitFor();
    await other.context.close();
  });

  test('without JavaScript a recovery code stands in for it', async () => {
    const plain = await visit(browser, { baseURL: app.url, javaScript: false });
    await typePassword(plain.page);
    await heading(plain.page, 'Confirm that it is you');
    expect(await plain.page.getByRole('button', { name: 'Use a passkey' }).count()).toBe(0);
    await plain.page.getByText('Passkeys need JavaScript').waitFor();
    expect(await plain.page.getByLabel('Recovery code').isVisible()).toBe(true);
    await plain.context.close();
  });

  test('removes it, and it opens nothing any more', async () => {
    const { page } = petra;
    await page.goto('/support/account/security');
    await page.getByRole('button', { name: 'Remove My laptop' }).click();
    await page.getByText('The passkey is removed.').waitFor();
    await page.getByText('It is off: your password alone opens your account.').waitFor();
    await signOut(page);
    await page.goto('/support/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('The passkey was not accepted').waitFor();
    await typePassword(page);
    await heading(page, /How can we help/);
  });
});
