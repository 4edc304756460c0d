import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { parcelCategory, smallPng } from '../support/parcel-category';
import { becomeCustomer, demoPassword, mailAbout } from '../support/people';
import { startApp, type RunningApp } from '../support/running-app';
import { continueToFiles } from '../support/wizard';

jest.setTimeout(240_000);
let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  await (await agentClient(app, 'max@example.com')).makeCategory(parcelCategory);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const chooseCategory = async (page: Page): Promise<void> => {
  await page.goto('/support/requests');
  await page.getByRole('link', { name: 'New request' }).first().click();
  await page.getByRole('link', { name: 'Missing parcels' }).click();
};

const writeDetails = async (page: Page): Promise<void> => {
  await page.getByLabel('Subject').fill('My parcel is late');
  await page.getByRole('button', { name: 'Continue' }).click();
  // What is missing is said at its field, and what was typed is still there.
  expect(await page.getByRole('alert').textContent()).toContain('Write something before you send it');
  expect(await page.getByLabel('Subject').inputValue()).toBe('My parcel is late');
  await page.getByLabel('Description').fill('Ordered on **Monday**, nothing came.\n\n- blue box\n- heavy');
  await page.getByLabel('Order number').fill('NW-10234');
  await page.getByLabel('Late').check();
  await page.getByLabel('When was it due?').fill('2026-11-12');
  await page.getByLabel('High').check();
  await continueToFiles(page);
};

const attachFiles = async (page: Page): Promise<void> => {
  await page.getByLabel('Attach files').setInputFiles({ name: 'program.png', mimeType: 'image/png', buffer: Buffer.from('MZ this is a program') });
  await page.getByRole('button', { name: 'Add files' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('program.png: Files of this kind are not allowed');
  for (const name of ['first.png', 'second.png']) {
    await page.getByLabel('Attach files').setInputFiles({ name, mimeType: 'image/png', buffer: smallPng });
    await page.getByRole('button', { name: 'Add files' }).click();
  }
  await page.getByRole('button', { name: 'Remove first.png' }).click();
  expect(await page.getByRole('link', { name: 'second.png' }).count()).toBe(1);
  expect(await page.getByRole('link', { name: 'first.png' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Continue' }).click();
};

const answerInAdmin = async (reference: string): Promise<void> => {
  const { page, context } = await visit(browser, { baseURL: app.url });
  await page.goto('/admin');
  await page.getByLabel(/email/i).fill('ada@example.com');
  await page.getByRole('textbox', { name: /password/i }).fill(demoPassword);
  await page.getByRole('button', { name: /log ?in/i }).click();
  await page.getByRole('link', { name: 'Support inbox' }).click();
  await page.getByRole('link', { name: 'My parcel is late' }).first().click();
  await page.getByText(reference).first().waitFor();
  await page.getByRole('textbox', { name: /reply/i }).fill('It is on its way. Which **door** should it go to?');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await page.getByText('Which door should it go to?').waitFor();
  await context.close();
};

describe.each([
  { mode: 'with JavaScript', javaScript: true },
  { mode: 'without JavaScript', javaScript: false },
])('a stranger becomes a customer and gets an answer $mode', ({ javaScript }) => {
  test('customer sends, agent answers, customer replies, closes and reopens', async () => {
    const email = `way-${javaScript ? 'on' : 'off'}@example.com`;
    const { page, context, faults } = await visit(browser, { baseURL: app.url, javaScript });
    await becomeCustomer(page, app.portal, 'Wanda Way', email);

    await chooseCategory(page);
    await writeDetails(page);
    await attachFiles(page);
    expect(await page.getByText('NW-10234').count()).toBe(1);
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('It is our turn').waitFor();
    const reference = /R-[0-9A-Z]{6}/.exec(page.url())?.[0] ?? '';
    expect((await mailAbout(app.portal, email, 'We have your request')).subject).toContain(reference);

    await answerInAdmin(reference);
    expect((await mailAbout(app.portal, email, `[${reference}] My parcel is late`)).text).toContain('Which **door** should it go to?');
    await page.reload();
    await page.getByText('It is your turn').waitFor();
    expect(await page.getByText('Which door should it go to?').count()).toBe(1);

    await page.getByLabel('Your reply').fill('The green one.');
    await page.getByLabel('Attach files').setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: smallPng });
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('Your reply is sent.').waitFor();
    expect(await page.getByRole('link', { name: /door\.png/ }).count()).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'Close request' }).click();
    await page.getByText('The request is closed.').waitFor();
    await page.getByRole('button', { name: 'Reopen request' }).click();
    await page.getByText('The request is open again.').waitFor();

    await page.goto('/support/requests?q=green+one');
    expect(await page.getByRole('link', { name: 'My parcel is late' }).count()).toBe(1);
    await page.goto('/support/requests?state=done');
    expect(await page.getByRole('link', { name: 'My parcel is late' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});
