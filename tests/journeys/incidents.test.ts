import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { pick, signInToAdmin } from '../support/desk';
import { faultsHere } from '../support/page-faults';
import { mailAbout, signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;
let category: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Readings from above', position: 9400, fields: [] })).data.slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe.each(twoModes)('trouble that many have, customers $mode', ({ javaScript, mode }) => {
  test('is told once by Max, followed by Cora instead of writing, and its end reaches her by mail', async () => {
    const title = `No readings ${mode}`;
    const max = await visit(browser, { baseURL: app.url });
    await signInToAdmin(max.page, 'max@example.com');
    await max.page.goto('/admin/plugins/portal');
    await max.page.getByRole('link', { name: 'Incidents' }).click();
    await max.page.getByLabel('Title').fill(title);
    await max.page.getByRole('button', { name: 'Show to customers' }).click();
    await max.page.getByText('Some fields are not right. Nothing was saved.').waitFor();
    expect(await max.page.getByLabel('Title').inputValue()).toBe(title);
    await max.page.getByLabel('What happens').fill('The readings are **late**.');
    await max.page.getByRole('button', { name: 'Show to customers' }).click();
    await max.page.getByRole('region', { name: title }).waitFor();

    const cora = await visit(browser, { baseURL: app.url, javaScript });
    await signIn(cora.page, 'cora@example.com');
    await cora.page.goto('/support');
    await cora.page.getByText(title).first().waitFor();
    await cora.page.getByText('We are looking for the cause').first().waitFor();
    if (javaScript) expect(await faultsHere(cora.page, 'home with an incident')).toEqual([]);
    await cora.page.goto('/support/requests/new');
    await cora.page.getByRole('button', { name: `Follow this: ${title}` }).click();
    await cora.page.getByText('You follow this.').waitFor();
    expect(new URL(cora.page.url()).pathname).toBe('/support/requests/new');
    await cora.page.getByRole('button', { name: `Stop following: ${title}` }).waitFor();

    const reference = await (await new PortalClient(app.portal).signIn('cora@example.com')).sendRequest(category, `Mine too ${mode}`, 'No readings here.');
    await cora.page.goto(`/support/requests/${reference}`);
    expect(await cora.page.getByText(title).count()).toBe(0);
    await max.page.goto(`/admin/plugins/portal/tickets/${reference}`);
    await pick(max.page, 'Belongs to', title);
    await max.page.getByText('Ticket saved').first().waitFor();
    await cora.page.reload();
    await cora.page.getByText(title).first().waitFor();

    await max.page.goto('/admin/plugins/portal/incidents');
    const card = max.page.getByRole('region', { name: title });
    await card.getByLabel('What is new').fill('The readings are back.');
    await card.getByRole('combobox', { name: 'State' }).click();
    await max.page.getByRole('option', { name: 'Solved' }).click();
    await card.getByRole('button', { name: 'Publish and mail 1 follower' }).click();
    await card.getByText('The readings are back.').waitFor();
    expect((await mailAbout(app.portal, 'cora@example.com', title)).text).toContain('The readings are back.');
    await cora.page.goto('/support');
    expect(await cora.page.getByText(title).count()).toBe(0);
    expect([...max.faults, ...cora.faults]).toEqual([]);
    await Promise.all([max.context.close(), cora.context.close()]);
  });
});
