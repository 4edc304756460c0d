import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { faultsHere } from '../support/page-faults';
import { smallPng } from '../support/parcel-category';
import { signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(180_000);
let app: RunningApp;
let browser: Browser;
let category: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Neighbours', position: 9300, fields: [] })).data.slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe.each(twoModes)('Cora shows a request to somebody without an account, $mode', ({ javaScript }) => {
  test('by a link that she makes, hands on and takes back', async () => {
    const reference = await (await new PortalClient(app.portal).signIn('cora@example.com')).sendRequest(category, 'What my neighbour asked too', 'Does it rain on both sides?');
    await (await agentClient(app)).reply(reference, 'On [both](https://example.com/rain).');
    const cora = await visit(browser, { baseURL: app.url, javaScript });
    await signIn(cora.page, 'cora@example.com');
    await cora.page.goto(`/support/requests/${reference}`);
    await cora.page.getByLabel('Attach files').setInputFiles({ name: 'rain.png', mimeType: 'image/png', buffer: smallPng });
    if (!javaScript) await cora.page.getByRole('button', { name: 'Add files' }).click();
    await cora.page.getByLabel('Your reply').fill('See the picture.');
    await cora.page.getByRole('button', { name: 'Send reply' }).click();
    await cora.page.getByText('Your reply is sent.').waitFor();

    await cora.page.getByLabel('The link lasts').selectOption('30 days');
    await cora.page.getByRole('button', { name: 'Make a link' }).click();
    await cora.page.getByText('The link is made.').waitFor();
    const link = await cora.page.getByLabel('Link to this request').inputValue();
    expect(link).toMatch(/\/support\/shared\/[\w-]{43}$/);
    expect(cora.page.url()).not.toContain(link.slice(-43));
    await cora.page.getByText('Anybody with the link').waitFor();
    if (javaScript) expect(await faultsHere(cora.page, 'a request with a link')).toEqual([]);

    const neighbour = await visit(browser, { baseURL: app.url, javaScript });
    const answer = await neighbour.page.goto(link);
    expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' });
    await neighbour.page.getByText('You read this request by a link').waitFor();
    await neighbour.page.getByText('Does it rain on both sides?').waitFor();
    expect(await neighbour.page.locator('form').count()).toBe(0);
    expect(await neighbour.page.content()).not.toContain('cora@example.com');
    const [file] = await Promise.all([neighbour.page.waitForEvent('download'), neighbour.page.getByRole('link', { name: 'rain.png' }).click()]);
    expect(file.suggestedFilename()).toBe('rain.png');
    if (javaScript) expect(await faultsHere(neighbour.page, 'a shared request')).toEqual([]);

    await cora.page.getByRole('button', { name: /^Take back/ }).click();
    await cora.page.getByText('The link is taken back.').waitFor();
    expect(await cora.page.getByLabel('Link to this request').count()).toBe(0);
    expect((await neighbour.page.goto(link))?.status()).toBe(404);
    const gone = await neighbour.page.locator('main').innerText();
    await neighbour.page.goto(`/support/shared/${'A'.repeat(43)}`);
    expect(await neighbour.page.locator('main').innerText()).toBe(gone);
    expect([...cora.faults, ...neighbour.faults]).toEqual([]);
    await Promise.all([cora.context.close(), neighbour.context.close()]);
  });
});
