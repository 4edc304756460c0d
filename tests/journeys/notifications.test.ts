import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { mailAbout, signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { twoModes } from '../support/two-modes';

jest.setTimeout(240_000);
let app: RunningApp;
let browser: Browser;
let category: string;
let ada: Awaited<ReturnType<typeof agentClient>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Notified' })).data.slug;
  ada = await agentClient(app);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const sendAsCora = async (subject: string): Promise<string> => (await new PortalClient(app.portal).signIn('cora@example.com')).sendRequest(category, subject, 'Please tell me.');
/** As she was told before she ended anything. */
const tellCoraAll = async (): Promise<void> => {
  const all = ['page', 'mail'];
  const choices = { received: ['mail'], reply: all, message: all, solved: all, added: all, incident: all };
  const cora = await new PortalClient(app.portal).signIn('cora@example.com');
  const body = JSON.stringify({ choices, quietFrom: null, quietUntil: null, digestHour: 8 });
  expect((await cora.request('/api/portal/me/notification-choices', { method: 'PUT', body, headers: { 'content-type': 'application/json' } })).status).toBe(200);
};
/** Looks again until the news is there, as somebody does with the link on the page. */
const untilTold = async (page: Page, subject: string): Promise<void> => {
  await page.goto('/support/notifications');
  for (let tries = 0; tries < 50 && (await page.getByRole('link', { name: subject }).count()) === 0; tries += 1) {
    await page.waitForTimeout(200);
    await page.getByRole('link', { name: 'Check for new messages' }).click();
    await page.waitForLoadState();
  }
};

describe.each(twoModes)('Being told, $mode', ({ javaScript }) => {
  test('Cora is told of an answer on every page, goes to it, and it is read', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript });
    const subject = `Told ${javaScript}`;
    const reference = await sendAsCora(subject);
    await signIn(page, 'cora@example.com');
    await ada.reply(reference, 'This is the answer.');
    await untilTold(page, subject);
    const row = page.getByRole('listitem').filter({ hasText: subject });
    expect(await row.first().textContent()).toMatch(/New.*answered/s);
    await page.goto('/support/requests');
    const inHeader = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Notifications \d+ unread/ });
    await inHeader.click();
    await page.getByRole('link', { name: subject }).click();
    await page.getByText('This is the answer.').waitFor();
    await page.goto('/support/notifications');
    await row.first().waitFor();
    expect(await row.first().textContent()).not.toContain('New');
    await context.close();
  });

  test('she marks all as read, mutes a request and hears no more of it', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript });
    const subject = `Muted ${javaScript}`;
    const reference = await sendAsCora(subject);
    await signIn(page, 'cora@example.com');
    await ada.reply(reference, 'One.');
    await untilTold(page, subject);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('Marked as read.').waitFor();
    await page.getByText('You have seen everything.').waitFor();
    await page.goto(`/support/requests/${reference}`);
    await page.getByRole('button', { name: 'Mute this request' }).click();
    await page.getByText('This request is muted.').waitFor();
    await ada.reply(reference, 'Two.');
    const other = `Heard ${javaScript}`;
    await ada.reply(await sendAsCora(other), 'Three.');
    await untilTold(page, other);
    expect(await page.getByText('1 unread').count()).toBeGreaterThan(0);
    await context.close();
  });

  test('Otto chooses what he hears, and takes a feed', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript });
    await signIn(page, 'otto@example.org');
    await page.goto('/support/account');
    await page.getByRole('link', { name: /tell you|mitteilen/ }).click();
    const mail = page.locator('#reply-mail');
    const wanted = !(await mail.isChecked());
    await mail.setChecked(wanted);
    await page.locator('#quietFrom').selectOption('22:00');
    await page.locator('#quietUntil').selectOption('');
    await page.getByRole('button', { name: /^(Save choices|Auswahl speichern)$/ }).click();
    await page.locator('.error-summary').waitFor();
    expect(await mail.isChecked()).toBe(wanted);
    await page.locator('#quietUntil').selectOption('07:00');
    await page.getByRole('button', { name: /^(Save choices|Auswahl speichern)$/ }).click();
    await page.getByText(/Your choices are saved|Ihre Auswahl ist gespeichert/).waitFor();
    expect([await mail.isChecked(), await page.locator('#quietFrom').inputValue()]).toEqual([wanted, '22:00']);
    await page.getByRole('button', { name: /^(Make a|Adresse|Neue Adresse)/ }).first().click();
    const address = await page.locator('#feed-address').inputValue();
    const feed = await fetch(address);
    expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(await feed.text()).toMatch(/^<\?xml[^]*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
    await page.getByRole('button', { name: /^(Take the address back|Adresse zurücknehmen)$/ }).click();
    await page.getByText(/opens nothing any more|öffnet nichts mehr/).first().waitFor();
    expect((await fetch(address)).status).toBe(404);
    await context.close();
  });

  test('the mail’s links choose a rating that only a button saves, and end mails only by a button', async () => {
    const { page, context } = await visit(browser, { baseURL: app.url, javaScript });
    await tellCoraAll();
    const reference = await sendAsCora(`Rated ${javaScript}`);
    await ada.reply(reference, 'Done.');
    await ada.change(reference, { state: 'solved' });
    const mail = await mailAbout(app.portal, 'cora@example.com', `${reference}] Solved`);
    const [four = ''] = /http\S+score=4/.exec(mail.text) ?? [];
    await page.goto(four);
    expect(await page.getByLabel('4 – Good').isChecked()).toBe(true);
    await page.goto(four.replace('score=4', 'score=2'));
    await page.getByLabel('What was good, what was not?').fill('It took a while.');
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByText('Your rating is saved.').waitFor();
    expect((await ada.requester(reference)).data.rating).toMatchObject({ score: 2, comment: 'It took a while.' });
    expect(mail.text).toContain(`/support/requests/${reference}`);

    const [leave = ''] = /http\S+\/unsubscribe\/\S+/.exec(mail.text) ?? [];
    await page.goto(leave);
    await page.getByRole('button', { name: 'End these mails' }).waitFor();
    // As a mail program does it: no page, no cookie.
    const clicked = await fetch(leave, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(clicked.status).toBe(200);
    await page.reload();
    await page.getByRole('heading', { name: 'These mails have ended.' }).waitFor();
    await context.close();
  });
});
