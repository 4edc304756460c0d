import { simpleParser } from 'mailparser';
import type { Browser, Page } from 'playwright-core';
import { agentClient } from '../support/agent';
import { launchBrowser, visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { MailServer, type ReceivedMail } from '../support/mail-server';
import { faultsHere } from '../support/page-faults';
import { signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(180_000);
const secret = 'handed in by the mail server';
const outgoing = new MailServer();
let app: RunningApp;
let browser: Browser;
let category: string;

beforeAll(async () => {
  const sending = { PORTAL_MAIL: 'email', SMTP_HOST: '127.0.0.1', SMTP_PORT: String(await outgoing.start()), MAIL_FROM: 'Northwind Help <help@northwind.example>' };
  const receiving = { PORTAL_INBOUND_ADDRESS: 'help@northwind.example', PORTAL_INBOUND_SECRET: secret, PORTAL_INBOUND_VERIFY: 'false' };
  [app, browser] = await Promise.all([startApp({ ...sending, ...receiving, PORTAL_UNDO_SECONDS: '0' }), launchBrowser()]);
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'By page and by mail', position: 9350, fields: [] })).data.slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await outgoing.stop();
});

/** The newest mail to somebody in which these words are, as soon as it has come over the line. */
const mailWith = async (address: string, words: string): Promise<ReceivedMail & { html: string }> => {
  for (let tries = 0; tries < 150; tries += 1) {
    for (const mail of outgoing.received.filter(({ to }) => to.includes(address))) {
      const { text = '', html } = await simpleParser(mail.raw);
      if (text.includes(words)) return { ...mail, html: html || '' };
    }
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error(`No mail with “${words}” came to ${address}.`);
};

/** What Gmail makes of an answer: both forms, with the mail it answers quoted below. */
const answerTo = (mail: ReceivedMail & { html: string }, from: string, words: string, quoted: string): string => {
  const wrote = 'On Thu, 26 Nov 2026 at 09:12, Northwind Help <help@northwind.example> wrote:';
  const id = mail.headers['message-id'] ?? '';
  const head = [`From: Cora Bell <${from}>`, `To: ${mail.headers['reply-to'] ?? ''}`, `Subject: Re: ${mail.headers.subject ?? ''}`, 'Date: Thu, 26 Nov 2026 09:20:00 +0000', `Message-ID: <${Date.now()}@mail.gmail.com>`, `In-Reply-To: ${id}`, `References: ${mail.headers.references ?? ''} ${id}`, 'MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="0b"'];
  const plain = `${words}\r\n\r\n${wrote}\r\n\r\n> ${quoted}\r\n> Northwind Help\r\n`;
  const html = `<div dir="ltr">${words}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${wrote}<br></div><blockquote class="gmail_quote">${mail.html}</blockquote></div>`;
  return [...head, '', '--0b', 'Content-Type: text/plain; charset="UTF-8"', '', plain, '--0b', 'Content-Type: text/html; charset="UTF-8"', '', html, '--0b--', ''].join('\r\n');
};
const handIn = (mail: string): Promise<Response> => fetch(`${app.url}/api/portal/inbound-mail`, { method: 'POST', body: mail, headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' } });

const noReload = (page: Page) => page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));
const neverReloaded = (page: Page) => page.evaluate(() => (globalThis as { neverReloaded?: boolean }).neverReloaded ?? false);

test('an answer reaches Cora on her page and by mail; hers by mail reaches Ada on hers, without what it quoted', async () => {
  const reference = await (await new PortalClient(app.portal).signIn('cora@example.com')).sendRequest(category, 'Lamp on its way', 'Has it left?');
  const ada = await visit(browser, { baseURL: app.url });
  await signInToAdmin(ada.page, 'ada@example.com');
  await ada.page.goto(`/admin/plugins/portal/tickets/${reference}`);
  const cora = await visit(browser, { baseURL: app.url });
  await signIn(cora.page, 'cora@example.com');
  await cora.page.goto(`/support/requests/${reference}`);
  await cora.page.locator('live-updates [data-check][hidden]').waitFor({ state: 'attached' });
  for (const { page } of [ada, cora]) await noReload(page);

  await ada.page.getByRole('textbox', { name: 'Reply to the customer' }).fill('It leaves the house today.');
  await ada.page.getByRole('button', { name: 'Send reply' }).click();
  await cora.page.getByText('It leaves the house today.').waitFor();
  const mail = await mailWith('cora@example.com', 'It leaves the house today.');
  expect(mail.html).toContain(`${app.url}/support/requests/${reference}`);

  expect((await handIn(answerTo(mail, 'cora@example.com', 'Wonderful, thank you!', 'It leaves the house today.'))).status).toBe(200);
  for (const { page } of [ada, cora]) await page.getByText('Wonderful, thank you!').waitFor();
  const message = ada.page.getByRole('article').filter({ hasText: 'Wonderful, thank you!' });
  expect(await message.getByText('Has it left?').count()).toBe(0);
  const quoted = message.getByText('It leaves the house today.');
  expect(await quoted.isVisible()).toBe(false);
  await message.getByText('Show what was cut').click();
  await quoted.first().waitFor();

  for (const { page, faults } of [ada, cora]) expect([await neverReloaded(page), faults]).toEqual([true, []]);
  expect(await faultsHere(cora.page, 'a request with an answer by mail')).toEqual([]);
  await (await agentClient(app)).change(reference, { state: 'solved' });
  for (const { context } of [ada, cora]) await context.close();
});

test('without JavaScript Cora finds the answer that she sent by mail, and the quote that was cut is not in her way', async () => {
  const reference = await (await new PortalClient(app.portal).signIn('cora@example.com')).sendRequest(category, 'Lamp without script', 'Has it left?');
  await (await agentClient(app)).reply(reference, 'It left without any script.');
  const mail = await mailWith('cora@example.com', 'It left without any script.');
  await handIn(answerTo(mail, 'cora@example.com', 'I read that in my mailbox.', 'It left without any script.'));
  const { page, context } = await visit(browser, { baseURL: app.url, javaScript: false });
  await signIn(page, 'cora@example.com');
  await page.goto(`/support/requests/${reference}`);
  for (let tries = 0; tries < 50 && (await page.getByText('I read that in my mailbox.').count()) === 0; tries += 1) await page.getByRole('link', { name: 'Check for new messages' }).click();
  const message = page.getByRole('article').filter({ hasText: 'I read that in my mailbox.' });
  const quoted = message.getByText('It left without any script.').first();
  expect(await quoted.isVisible()).toBe(false);
  await message.getByText('Show what was cut').click();
  expect(await quoted.isVisible()).toBe(true);
  await context.close();
});
