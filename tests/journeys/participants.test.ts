import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { faultsHere } from '../support/page-faults';
import { becomeCustomer, linkIn, mailAbout, signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;
let category: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Common matters', position: 9200, fields: [] })).data.slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe.each(twoModes)('Cora asks a colleague in, $mode', ({ javaScript, mode }) => {
  test('who gets an account by the invitation, replies, and leaves again', async () => {
    const email = `colleague.${javaScript ? 'with' : 'without'}@example.net`;
    const subject = `Asked together ${mode}`;
    const reference = await (await new PortalClient(app.portal).signIn('cora@example.com')).sendRequest(category, subject, 'Who knows this?');
    const cora = await visit(browser, { baseURL: app.url, javaScript });
    const { page } = cora;
    await signIn(page, 'cora@example.com');
    await page.goto(`/support/requests/${reference}`);
    const add = async (address: string): Promise<void> => {
      const field = page.getByLabel('Email address of the person');
      if (!(await field.isVisible())) await page.getByText('Add somebody').click();
      await field.fill(address);
      await page.getByRole('button', { name: 'Add person' }).click();
    };
    await add('no address');
    await page.getByText('There is a problem').waitFor();
    expect(await page.getByLabel('Email address of the person').inputValue()).toBe('no address');
    expect(page.url()).not.toContain('address');
    if (javaScript) expect(await faultsHere(page, 'a refused address')).toEqual([]);
    await add(email);
    await page.getByText('The person is added.').waitFor();
    await page.getByRole('button', { name: `Remove ${email}` }).waitFor();
    if (javaScript) expect(await faultsHere(page, 'a request with a participant')).toEqual([]);

    const colleague = await visit(browser, { baseURL: app.url, javaScript });
    await colleague.page.goto(linkIn(await mailAbout(app.portal, email, 'invites you')));
    expect(new URL(colleague.page.url()).pathname).toBe('/support/register');
    await becomeCustomer(colleague.page, app.portal, `Colleague ${mode}`, email);
    await colleague.page.goto('/support/requests');
    await colleague.page.getByText('You take part').waitFor();
    await colleague.page.getByRole('link', { name: subject }).click();
    await colleague.page.getByRole('heading', { name: subject }).waitFor();
    expect(await colleague.page.getByRole('button', { name: 'Close request' }).count()).toBe(0);
    expect(await colleague.page.getByText('Links to read it').count()).toBe(0);
    await colleague.page.getByLabel('Your reply').fill('I know this.');
    await colleague.page.getByRole('button', { name: 'Send reply' }).click();
    await colleague.page.getByText('Your reply is sent.').waitFor();
    await mailAbout(app.portal, 'cora@example.com', reference);

    await page.goto(`/support/requests/${reference}`);
    await page.getByRole('article').filter({ hasText: 'I know this.' }).getByText(`Colleague ${mode}`).waitFor();
    await colleague.page.getByRole('button', { name: 'Leave this request' }).click();
    await colleague.page.getByText('You no longer take part in this request.').waitFor();
    expect((await colleague.page.goto(`/support/requests/${reference}`))?.status()).toBe(404);
    expect([...cora.faults, ...colleague.faults]).toEqual([]);
    await Promise.all([cora.context.close(), colleague.context.close()]);
  });
});
