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
// One login for all: the admin lets nobody sign in many times a minute.
let max: Awaited<ReturnType<typeof agentClient>>;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  max = await agentClient(app, 'max@example.com');
  category = (await max.makeCategory({ name: 'Common matters', position: 9200, fields: [] })).data.slug;
  // Takes in Cora and Otto.
  await max.set('POST', '/organisations', { name: 'Hollin Court', domains: ['example.com', 'example.org'] });
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

describe.each(twoModes)('Otto and Cora belong to one organisation, $mode', ({ javaScript, mode }) => {
  const allow = async (changes: object): Promise<void> => void (await max.set('PUT', '/policy', { changes }));
  afterEach(() => allow({ 'features.organisationRequests': null, 'features.organisationReplies': null }));

  test('she is told who reads along before she sends; he finds it, reads it, and replies once he may', async () => {
    await allow({ 'features.organisationRequests': true });
    const [cora, otto] = [await visit(browser, { baseURL: app.url, javaScript }), await visit(browser, { baseURL: app.url, javaScript })];
    await signIn(cora.page, 'cora@example.com');
    await cora.page.goto(`/support/requests/new/details?category=${category}`);
    await cora.page.getByText('Colleagues at Hollin Court can read this request').waitFor();
    if (javaScript) expect(await faultsHere(cora.page, 'a new request that colleagues will read')).toEqual([]);
    const sender = await new PortalClient(app.portal).signIn('cora@example.com');
    await sender.submit(`/support/requests/new/details?category=${category}`, '/support/requests/new/details', { subject: 'x', body: 'x' });
    expect((await sender.request('/support/requests/new/check')).html).toContain('Colleagues at Hollin Court can read this request');
    const subject = `Read by colleagues ${mode}`;
    const reference = await sender.sendRequest(category, subject, 'Who has the key?');
    await max.reply(reference, 'Which key?');

    const { page } = otto;
    await signIn(page, 'otto@example.org');
    await page.goto('/support/requests');
    expect(await page.getByRole('link', { name: subject }).count()).toBe(0);
    await page.getByRole('link', { name: 'Requests of Hollin Court' }).click();
    await page.getByRole('heading', { name: 'Requests of Hollin Court', level: 1 }).waitFor();
    if (javaScript) expect(await faultsHere(page, 'the requests of an organisation')).toEqual([]);
    await page.getByLabel('Search these requests').fill(subject);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('1 request', { exact: false }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('scope')).toBe('organisation');
    const row = page.getByRole('row').filter({ hasText: subject });
    expect(await row.textContent()).toMatch(/Cora Bell[^]*Waiting for a reply/);
    await row.getByRole('link', { name: subject }).click();
    await page.getByText('You read this as a colleague of Cora Bell').waitFor();
    await page.getByText('It is Cora Bell’s turn').waitFor();
    await page.getByText('Colleagues at Hollin Court').first().waitFor();
    if (javaScript) expect(await faultsHere(page, 'the request of a colleague')).toEqual([]);
    for (const action of ['Send reply', 'Close request', 'Add person']) expect(await page.getByRole('button', { name: action }).count()).toBe(0);
    await cora.page.goto(`/support/requests/${reference}`);
    await cora.page.getByRole('complementary').getByText('Colleagues at Hollin Court').waitFor();

    await allow({ 'features.organisationReplies': true });
    await page.reload();
    await page.getByLabel('Your reply').fill('It hangs in the shed.');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('Your reply is sent.').waitFor();
    await cora.page.goto(`/support/requests/${reference}`);
    await cora.page.getByRole('article').filter({ hasText: 'It hangs in the shed.' }).getByText('Otto Brandt').waitFor();
    await cora.page.getByText('Otto Brandt replied').waitFor();

    await allow({ 'features.organisationRequests': null });
    expect((await page.goto(`/support/requests/${reference}`))?.status()).toBe(404);
    await page.goto('/support/requests?scope=organisation');
    expect([new URL(page.url()).search, await page.getByRole('link', { name: 'Requests of Hollin Court' }).count()]).toEqual(['', 0]);
    expect([...cora.faults, ...otto.faults]).toEqual([]);
    await Promise.all([cora.context.close(), otto.context.close()]);
  });
});
