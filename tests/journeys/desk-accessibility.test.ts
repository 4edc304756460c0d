import type { Browser } from 'playwright-core';
import { agentClient } from '../support/agent';
import { faultsOfDeskPage as faultsOf } from '../support/axe-at-the-desk';
import { launchBrowser, visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { parcelCategory } from '../support/parcel-category';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
let app: RunningApp;
let browser: Browser;
let category: string;
let reference: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const max = await agentClient(app, 'max@example.com');
  category = (await max.makeCategory(parcelCategory)).data.slug;
  const fields = { 'fields.orderNumber': 'NW-1', 'fields.trouble': 'Damaged' };
  await max.saveReply('Greeting', 'Hello {{requester.name}}');
  reference = await (await new PortalClient(app.portal).signIn('cora@example.com')).sendRequest(category, 'A box without a lid', 'It came `open`.\n\n> quoted', fields);
  const ada = await agentClient(app);
  await ada.change(reference, { addTags: ['fragile'] });
  await ada.note(reference, 'See [the list](https://example.com).');
  await ada.reply(reference, 'Which colour is **the lid**? See [the colours](https://example.com).');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 320 },
] as const)('axe finds nothing in the desk’s pages, $theme, $width px', async ({ theme, width }) => {
  const { page, context, faults } = await visit(browser, { baseURL: app.url, theme, width });
  await signInToAdmin(page, 'max@example.com');
  const found = [
    ...(await faultsOf(page, '/plugins/portal', 'A box without a lid')),
    ...(await faultsOf(page, '/plugins/portal?_q=colours', 'Which')),
    ...(await faultsOf(page, `/plugins/portal/tickets/${reference}`, 'Which colour is')),
    ...(await faultsOf(page, '/settings/portal/saved-replies', 'Greeting')),
    ...(await faultsOf(page, '/plugins/portal-knowledge', 'All articles can be found.')),
    ...(await faultsOf(page, '/settings/portal/categories', 'Missing parcels')),
    ...(await faultsOf(page, `/settings/portal/categories/${category}`, 'Own fields')),
    ...(await faultsOf(page, '/plugins/portal/incidents', 'Tell of an incident')),
    ...(await faultsOf(page, '/plugins/portal-chats', 'New chats appear here by themselves.')),
    ...(await faultsOf(page, '/settings/portal/business-hours', 'Time zone of the desk')),
    ...(await faultsOf(page, '/settings/portal/service-levels', 'Warn agents after')),
  ];
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});
