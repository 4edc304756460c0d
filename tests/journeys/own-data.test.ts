import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { unzip } from '../support/archive';
import { violationsOn } from '../support/axe';
import { launchBrowser, visit } from '../support/browser';
import { becomeCustomer, demoPassword, linkIn, mailAbout, signIn } from '../support/people';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(300_000);
let app: RunningApp;
let browser: Browser;
let category: string;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Own data' })).data.slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const addressOf = (javaScript: boolean): string => `own.data.${javaScript ? 'with' : 'without'}@example.com`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const noFaults = async (page: Page, javaScript: boolean): Promise<void> => {
  if (javaScript) expect((await violationsOn(page)).map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

describe.each(twoModes)('Somebody and his own data, $mode', ({ javaScript }) => {
  const open = async () => {
    const { page, context, faults } = await visit(browser, { baseURL: app.url, javaScript });
    return { page, context, faults };
  };

  test('takes an archive away from his account', async () => {
    const { page, context, faults } = await open();
    await becomeCustomer(page, app.portal, 'Dana Own', addressOf(javaScript));
    await page.goto('/support/account');
    await page.getByRole('link', { name: 'Your data' }).click();
    await page.getByRole('heading', { name: 'Your data', level: 1 }).waitFor();
    await noFaults(page, javaScript);
    await button(page, 'Make an archive').click();
    await page.getByText('You can leave this page.').waitFor();
    for (let tries = 0; tries < 50 && (await page.getByText('Your archive is ready').count()) === 0; tries += 1) {
      await page.waitForTimeout(200);
      const look = page.getByRole('link', { name: 'See how far it is' });
      await ((await look.count()) > 0 ? look.click() : page.goto('/support/account/data'));
      await page.waitForLoadState();
    }
    await noFaults(page, javaScript);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Fetch the archive/ }).click()]);
    const files = await unzip(readFileSync(await download.path()));
    expect([...files.keys()].sort()).toEqual(['data.json', 'index.html']);
    expect((await mailAbout(app.portal, addressOf(javaScript), 'is ready')).text).toContain('/support/account/data');
    await button(page, 'Make an archive').click();
    await page.getByRole('alert').filter({ hasText: 'That was a lot in a short time' }).waitFor();
    await noFaults(page, javaScript);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is asked before he sends a secret, takes it out, or sends it all the same', async () => {
    const { page, context } = await open();
    await signIn(page, addressOf(javaScript));
    await page.goto(`/support/requests/new/details?category=${category}`);
    await page.getByLabel('Subject').fill('My payment');
    await page.getByLabel(/Description|What happened|Tell us/).first().fill('Take 4111 1111 1111 1111 please.');
    await button(page, 'Continue').click();
    await page.getByText('Do you want to send this?').waitFor();
    expect(await page.locator('#body').inputValue()).toBe('Take 4111 1111 1111 1111 please.');
    await noFaults(page, javaScript);
    await button(page, 'Take it out').click();
    await page.getByText('It is taken out.').waitFor();
    expect(await page.locator('#body').inputValue()).toBe('Take ▒▒▒▒ ▒▒▒▒ ▒▒▒▒ 1111 please.');
    await button(page, 'Continue').click();
    while (!/\/check/.test(page.url())) {
      await page.getByRole('button', { name: /Continue|None of|send|request/i }).or(page.getByRole('link', { name: /Continue|None of/i })).first().click();
      await page.waitForLoadState();
    }
    await page.locator('form[action$="/requests/new/check"] button').click();
    await page.getByText('Take ▒▒▒▒ ▒▒▒▒ ▒▒▒▒ 1111 please.').waitFor();

    await page.locator('#body').fill('Or DE89 3704 0044 0532 0130 00.');
    await button(page, 'Send reply').or(button(page, 'Send')).first().click();
    await page.getByText('Do you want to send this?').waitFor();
    expect(await page.locator('#body').inputValue()).toBe('Or DE89 3704 0044 0532 0130 00.');
    await noFaults(page, javaScript);
    await button(page, 'Send it anyway').click();
    await page.getByText('This message may have a bank account number in it.').waitFor();
    await noFaults(page, javaScript);
    await button(page, 'Take it out').click();
    await page.getByText('It was taken out of your message').waitFor();
    await page.getByText('Or ▒▒▒▒▒▒▒▒.').waitFor();
    await context.close();
  });

  test('asks for erasure with his password, confirms it by mail, and takes it back', async () => {
    const { page, context } = await open();
    await signIn(page, addressOf(javaScript));
    await page.goto('/support/account/data');
    await page.locator('#password').fill('not his at all');
    await button(page, 'Ask for erasure').click();
    await page.getByRole('link', { name: /This password is not right/ }).waitFor();
    await noFaults(page, javaScript);
    await page.locator('#password').fill(demoPassword);
    await button(page, 'Ask for erasure').click();
    await page.getByText('We sent you a link.').waitFor();
    await page.goto(linkIn(await mailAbout(app.portal, addressOf(javaScript), 'Confirm that')));
    await noFaults(page, javaScript);
    await button(page, 'Yes, erase my data').click();
    await page.getByText('It is confirmed.').waitFor();
    await noFaults(page, javaScript);
    await page.goto('/support/account/data');
    await noFaults(page, javaScript);
    await button(page, 'Take it back').click();
    await page.getByText('Your data stays.').waitFor();
    await page.goto('/support/account/erasure?code=not-a-code-that-was-sent');
    await button(page, 'Yes, erase my data').click();
    await page.getByText('This link no longer works').waitFor();
    await context.close();
  });
});
