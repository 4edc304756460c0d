import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Attachment } from '../../plugin/contracts/conversation';
import type { DataExport } from '../../plugin/contracts/privacy';
import { agentClient } from '../support/agent';
import { unzip } from '../support/archive';
import { launchBrowser, visit, type Visit } from '../support/browser';
import { signInToAdmin } from '../support/desk';
import { smallPng } from '../support/parcel-category';
import { mailsTo, signIn } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';
import { scratchDirectory } from '../support/scratch';

jest.setTimeout(180_000);
const inbox = 'help@northwind.example';
const secret = 'handed in by the mail server';
const email = 'cora@example.com';

/** Words that would act, each on its own way, where somebody forgot that they are words. */
const sign = '<xss-mark onclick=alert(0)>';
const acting = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(2)>', '<svg/onload=alert(3)>', '"><script src=//evil.example/x.js></script>', `'"--></style></title></textarea><script>alert(4)</script>`,
  '[click](javascript:alert(5))', '<javascript:alert(6)>', '[data](data:text/html;base64,PHNjcmlwdD5hbGVydCg3KTwvc2NyaXB0Pg==)', '![](http://evil.example/pixel.png)', '<a href="jav&#x09;ascript:alert(8)">x</a>',
  '<iframe srcdoc="<script>alert(9)</script>"></iframe>', '<style>@import "http://evil.example/x.css";*{background:url(http://evil.example/c)}</style>', '<base href=http://evil.example/>', '<meta http-equiv=refresh content="0;url=http://evil.example/">',
  `{{constructor.constructor('alert(10)')()}}`, '${alert(11)}', '<%= 7*7 %>', '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(12)>', '<input autofocus onfocus=alert(13)>', '\\u003cscript\\u003ealert(14)\\u003c/script\\u003e',
];
const all = `${sign}\n\n${acting.join('\n\n')}`;
const line = `${sign} <img src=x onerror=alert(2)> "><script>alert(1)</script>`;

let app: RunningApp;
let browser: Browser;
let cora: PortalClient;
let category: string;
const folder = scratchDirectory('words-that-act');

const api = async <Data>(method: string, address: string, body?: object): Promise<Data> => {
  const { html } = await cora.request(`/api/portal${address}`, { method, headers: { 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { data, error } = JSON.parse(html) as { data: Data; error?: object };
  if (error) throw new Error(`${method} ${address}: ${html}`);
  return data;
};
const handIn = async (from: string, subject: string): Promise<void> => {
  const head = [`From: ${from}`, `To: ${inbox}`, `Subject: ${subject}`, `Message-ID: <"><script>alert(20)</script>@evil.example>`, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'];
  const html = `<p>By mail ${sign.replaceAll('<', '&lt;')}</p>${acting.join('')}${acting.join('').replaceAll('<', '&lt;')}<a href="javascript:alert(21)">x</a>`;
  const body = ['', '--b', 'Content-Type: text/html; charset=utf-8', '', html, '--b', `Content-Type: image/png; name="<img src=x onerror=alert(22)>.png"`, 'Content-Transfer-Encoding: base64', '', smallPng.toString('base64'), '--b--', ''];
  const answer = await fetch(`${app.url}/api/portal/inbound-mail`, { method: 'POST', body: [...head, ...body].join('\r\n'), headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' } });
  if (answer.status !== 200) throw new Error(`The mail was not taken: ${await answer.text()}`);
};
const upload = async (): Promise<string> => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(smallPng)]), `a'><img src=x onerror=alert(23)>.png`);
  return ((JSON.parse((await cora.request('/api/portal/attachments', { method: 'POST', body: form })).html)) as { data: Attachment }).data.id;
};

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: secret, PORTAL_INBOUND_VERIFY: 'false', PORTAL_UNDO_SECONDS: '0' }), launchBrowser()]);
  const max = await agentClient(app, 'max@example.com');
  category = (await max.makeCategory({ name: 'Words', fields: [{ name: 'what', label: 'What', type: 'long_text' }] })).data.slug;
  await max.set('POST', '/organisations', { name: line.slice(0, 80) });
  cora = await new PortalClient(app.portal).signIn(email);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Everything of a page that acted, or could. */
const watch = ({ page, context, faults }: Visit) => {
  const found: string[] = [];
  page.on('dialog', (dialog) => {
    found.push(`dialog ${dialog.message()} on ${page.url()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    // Strapi's admin asks by itself whether there is a newer Strapi.
    if (request.url() === 'https://api.github.com/repos/strapi/strapi/releases/latest') return;
    if (!/^(data|blob|file):/.test(request.url()) && new URL(request.url()).origin !== app.url && !request.url().startsWith(app.url.replace('http', 'ws'))) found.push(`request of ${request.url()} on ${page.url()}`);
  });
  const elements = `[...document.querySelectorAll('xss-mark, [onerror], [onload], [onclick], [onfocus], iframe[srcdoc*="alert"], script[src*="evil"], base, meta[http-equiv=refresh], math, a[href^="javascript" i], a[href^="data:" i], [src*="evil"]')].map((each) => each.outerHTML.slice(0, 100))`;
  return {
    found,
    /** Opens an address, waits until it has settled, and answers its text. */
    async look(address: string, waitFor?: string): Promise<string> {
      await page.goto(address);
      if (waitFor) await page.getByText(waitFor).first().waitFor();
      await page.waitForTimeout(300);
      for (const element of (await page.evaluate(elements)) as string[]) found.push(`${element} on ${address}`);
      found.push(...faults.splice(0).map((fault) => `${fault} on ${address}`));
      return page.locator('body').innerText();
    },
  };
};

/** Puts such words wherever a customer, or a mail, can put words. */
const writeEverywhere = async (): Promise<{ reference: string; byMail: string; shared: string; slug: string }> => {
  await api('PATCH', '/me', { name: line.slice(0, 100) });
  const { reference } = await api<{ reference: string }>('POST', '/tickets', { subject: line, body: all, category, fields: { what: all.slice(0, 5000) }, attachments: [await upload()] });
  await api('POST', `/tickets/${reference}/comments`, { body: all });
  await api('PUT', '/drafts/new-request', { values: { subject: line, body: all, category } });
  await api('POST', '/knowledge/suggestions', { subject: line, body: all });
  const { token } = await api<{ token: string }>('POST', `/tickets/${reference}/share-links`, { days: 1 });
  const { hits } = await api<{ hits: { article: { slug: string } }[] }>('GET', '/knowledge/search?q=rain');
  const slug = hits[0]?.article.slug ?? '';
  await api('PUT', `/knowledge/articles/${slug}/feedback`, { helpful: false, comment: all.slice(0, 900) });
  await api('GET', `/knowledge/search?q=${encodeURIComponent(line)}`);
  await handIn(`"${line.replaceAll('"', "'")}" <${email}>`, line);
  await handIn(`"${line.replaceAll('"', "'")}" <stranger@evil.example>`, `${line} held`);
  const ada = await agentClient(app);
  await ada.reply(reference, 'An answer.');
  await ada.change(reference, { state: 'solved' });
  await api('PUT', `/tickets/${reference}/rating`, { score: 1, comment: all.slice(0, 1900) });
  await api('POST', `/tickets/${reference}/comments`, { body: 'Still not.' });
  const mailed = async (): Promise<string | undefined> => (await api<{ reference: string; messageCount: number }[]>('GET', '/tickets')).find((each) => each.reference !== reference)?.reference;
  for (let tries = 0; tries < 80 && (await mailsTo(app.portal, email)).filter(({ subject }) => subject.includes('xss-mark')).length < 4; tries += 1) await new Promise((resolve) => void setTimeout(resolve, 100));
  return { reference, byMail: (await mailed()) ?? '', shared: token, slug };
};

const archive = async (): Promise<string> => {
  const { id } = await api<DataExport>('POST', '/me/exports');
  for (let tries = 0; tries < 80 && (await api<DataExport>('GET', `/me/exports/${id}`)).state !== 'ready'; tries += 1) await new Promise((resolve) => void setTimeout(resolve, 100));
  const cookie = [...(cora as unknown as { cookies: Map<string, string> }).cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const files = await unzip(Buffer.from(await (await fetch(`${app.portal}/me/exports/${id}/file`, { headers: { cookie } })).arrayBuffer()));
  return files.get('index.html')?.toString() ?? '';
};
const onDisk = (name: string, html: string): string => {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
};

test('words that would act stay words: for a customer, for the desk, in mails and in an archive', async () => {
  const { reference, byMail, shared, slug } = await writeEverywhere();
  const customer = await visit(browser, { baseURL: app.url });
  const hers = watch(customer);
  await signIn(customer.page as Page, email);
  expect(await hers.look(`/support/requests/${reference}`)).toContain(sign);
  expect(await hers.look(`/support/requests/${byMail}`)).toContain('By mail');
  expect(await hers.look(`/support/shared/${shared}`)).toContain(sign);
  expect(await hers.look('/support/requests')).toContain('<xss-mark');
  for (const address of ['/support', '/support/notifications', '/support/account', '/support/account/data', `/support/articles/${slug}`, `/support/requests/new/details?category=${category}`, `/support/search?q=${encodeURIComponent(line)}`, `/support/requests?q=${encodeURIComponent(line)}`, '/support/_mailbox']) await hers.look(address);
  const mails = (await mailsTo(app.portal, email)).filter(({ subject }) => subject.includes('xss-mark'));
  expect(mails.length).toBeGreaterThan(2);
  for (const [index, { html }] of mails.entries()) await hers.look(onDisk(`mail-${index}.html`, html));
  expect(await hers.look(onDisk('index.html', await archive()))).toContain(sign);
  expect(hers.found).toEqual([]);
  await customer.context.close();

  const desk = await visit(browser, { baseURL: app.url });
  const theirs = watch(desk);
  await signInToAdmin(desk.page, 'max@example.com');
  expect(await theirs.look('/admin/plugins/portal', '<xss-mark')).toContain('<xss-mark');
  expect(await theirs.look(`/admin/plugins/portal/tickets/${reference}`, 'Still not.')).toContain(sign);
  await theirs.look(`/admin/plugins/portal/tickets/${byMail}`, 'By mail');
  await theirs.look('/admin/plugins/portal-knowledge', 'Answers before tickets');
  for (const page of ['received-mail', 'customers', 'organisations', 'changes', 'mails', 'blocked-content']) await theirs.look(`/admin/settings/portal/${page}`);
  await theirs.look('/admin/settings/portal/received-mail', 'held');
  expect(theirs.found).toEqual([]);
  await desk.context.close();
});
