import type { SentMail } from '../../plugin/contracts/mail';
import type { InstallationSettings } from '../../plugin/contracts/settings';
import { makeAgent, type Agent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import { openReply, replyKey, replyTokensIn } from '../../plugin/server/src/mail/reply-address';
import { MailServer } from '../support/mail-server';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
const post = new MailServer();
let desk: Desk;
let cora: SignedIn;
let ada: Agent;
let category: string;
beforeAll(async () => {
  desk = await bootDesk({ PORTAL_MAIL: 'email', SMTP_HOST: '127.0.0.1', SMTP_PORT: String(await post.start()), MAIL_FROM: 'Northwind Help <help@northwind.example>' });
  cora = await desk.customer('Cora Bell');
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(async () => {
  await desk?.stop();
  await post.stop();
});
beforeEach(async () => {
  await desk.settle();
  post.received.length = 0;
  post.attempts = 0;
});

interface MailRow {
  state: string;
  attempts: number;
  text: string | null;
  html: string | null;
  lastError: string | null;
}
const newest = async (): Promise<MailRow> => ((await desk.app.db.query('plugin::portal.mail').findMany({ orderBy: { id: 'desc' }, limit: 1 })) as unknown as [MailRow])[0];
const sendDue = () => portal<{ sendDue(): Promise<void> }>(desk.app, 'mail-queue').sendDue();
const minutesLater = (minutes: number) => at(desk.app, new Date(Date.now() + minutes * 60_000), sendDue);
const key = (): Buffer => replyKey(desk.app.config.get<string>('admin.auth.secret'));
const opened = (subject: string, body = 'Her words.') => sendRequest(desk.app, cora.customer, { category, subject, body });

describe('mails arrive at a real server', () => {
  test('from us, to Cora alone, in both forms, and no machine answers them', async () => {
    const reference = await opened('A lämp');
    await desk.settle();
    const [mail] = post.received;
    expect(post.received).toHaveLength(1);
    expect([mail?.from, mail?.to]).toEqual(['help@northwind.example', [cora.customer.email]]);
    expect(mail?.headers).toMatchObject({ from: 'Northwind Help <help@northwind.example>', to: cora.customer.email, 'auto-submitted': 'auto-generated' });
    expect(mail?.headers['content-type']).toMatch(/^multipart\/alternative/);
    expect(mail?.raw).toContain(reference);
    expect(mail?.raw).toMatch(/Content-Type: text\/plain/);
    expect(mail?.raw).toMatch(/Content-Type: text\/html/);
  });

  test('as one thread for a request: each with its own id, and all that follow point to the first', async () => {
    const reference = await opened('A thread');
    await replyAsAgent(desk.app, ada, reference, 'One.');
    await replyAsAgent(desk.app, ada, reference, 'Two.');
    await desk.settle();
    const ids = post.received.map(({ headers }) => headers['message-id'] ?? '');
    const [root] = ids;
    expect(post.received.map(({ headers }) => [headers.references, headers['in-reply-to']])).toEqual([[undefined, undefined], [root, root], [root, root]]);
    expect(new Set(ids).size).toBe(3);
    const ticket = (await desk.app.db.query('plugin::portal.ticket').findOne({ where: { reference } })) as unknown as { id: number };
    // What an answer carries back says which ticket and which customer, and nobody else can make it.
    for (const id of ids) {
      expect(id).toMatch(/^<[0-9a-f]{36}\.[0-9a-f]{32}@127\.0\.0\.1>$/);
      expect(replyTokensIn(id).map((token) => openReply(token, key()))).toEqual([{ ticketId: ticket.id, customerId: cora.customer.customerId }]);
    }
  });

  test('with headers of ours only, whatever a subject holds', async () => {
    await opened('Hello\r\nBcc: everyone@example.com\r\nX-Evil: yes');
    await desk.settle();
    const [mail] = post.received;
    expect(mail?.to).toEqual([cora.customer.email]);
    expect(mail?.headers).not.toHaveProperty('bcc');
    expect(mail?.headers).not.toHaveProperty('x-evil');
  });

  test('and none about an internal note', async () => {
    const reference = await opened('With a note');
    await writeNote(desk.app, ada, reference, 'PINEAPPLE');
    await desk.settle();
    expect(post.received).toHaveLength(1);
    expect(post.received[0]?.raw).not.toContain('PINEAPPLE');
  });

  test('after which only that they were sent is kept: a password link is in no table', async () => {
    await desk.visitor().post('/auth/password-reset-request', { email: cora.customer.email });
    await desk.settle();
    expect(post.received[0]?.raw).toMatch(/reset-password/);
    expect(await newest()).toMatchObject({ state: 'sent', text: null, html: null, lastError: null });
  });
});

describe('how it can be answered and ended', () => {
  test('no machine is asked to answer, and her program gets a way to end mails of this kind', async () => {
    await opened('To be ended');
    await desk.settle();
    const [mail] = post.received;
    expect(mail?.headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'OOF, AutoReply' });
    expect(mail?.headers['list-unsubscribe']).toMatch(/^<http:\/\/127\.0\.0\.1:\d+\/support\/unsubscribe\/\d+-received-[0-9a-f]{32}>$/);
    // One click is promised over https only (RFC 8058).
    expect(mail?.headers).not.toHaveProperty('list-unsubscribe-post');
  });

  test('over https with one click', async () => {
    desk.app.config.set('plugin::portal.publicUrl', 'https://help.northwind.example');
    try {
      await opened('Over https');
      await desk.settle();
    } finally {
      desk.app.config.set('plugin::portal.publicUrl', '');
    }
    expect(post.received[0]?.headers).toMatchObject({ 'list-unsubscribe-post': 'List-Unsubscribe=One-Click', 'list-unsubscribe': expect.stringMatching(/^<https:\/\/help\.northwind\.example\/support\/unsubscribe\//) });
  });

  test('mails about the account, which she asked for, have nothing to end', async () => {
    await desk.visitor().post('/auth/password-reset-request', { email: cora.customer.email });
    await desk.settle();
    expect(post.received[0]?.headers).not.toHaveProperty('list-unsubscribe');
  });
});

describe('a server that refuses', () => {
  test('is asked again later, and the mail arrives once', async () => {
    post.refusing = { code: 451, message: 'Try again later' };
    const reference = await opened('Refused at first');
    await desk.settle();
    expect(await newest()).toMatchObject({ state: 'queued', attempts: 1, lastError: expect.stringContaining('Try again later') });
    await sendDue();
    expect(post.attempts).toBe(1);
    await minutesLater(1);
    expect([post.attempts, (await newest()).attempts]).toEqual([2, 2]);

    post.refusing = null;
    await minutesLater(5);
    expect(post.received.map(({ raw }) => raw.includes(reference))).toEqual([true]);
    expect((await newest()).state).toBe('sent');
    await minutesLater(60);
    expect(post.received).toHaveLength(1);
  });

  test('for ever is given up after ten attempts, the mail kept with the reason', async () => {
    post.refusing = { code: 550, message: 'No such user here' };
    await opened('Never accepted');
    await desk.settle();
    for (let round = 1; round < 14; round += 1) await minutesLater(round * 70);
    expect([post.attempts, await newest()]).toMatchObject([10, { state: 'failed', attempts: 10, lastError: expect.stringContaining('No such user here') }]);
    post.refusing = null;
  });

  test('one mail does not hold up the others', async () => {
    post.refusing = { code: 451, message: 'Not now' };
    await opened('The first');
    await desk.settle();
    post.refusing = null;
    await opened('The second');
    await desk.settle();
    expect(post.received.map(({ headers }) => headers.subject)).toEqual([expect.stringContaining('The second')]);
  });

  test('does not keep Cora from her answer', async () => {
    post.refusing = { code: 451, message: 'Not now' };
    expect((await cora.post('/tickets', { category, subject: 'Anyway', body: 'x' })).status).toBe(201);
    await desk.settle();
    post.refusing = null;
  });
});

test('a server that takes its time holds up nothing else', async () => {
  let open = (): void => undefined;
  post.open = new Promise((resolve) => (open = resolve));
  const reference = await opened('Takes its time');
  await portal<{ deliverDue(): Promise<void> }>(desk.app, 'events').deliverDue();
  expect(await desk.app.db.query('plugin::portal.outbox').count({ where: { subject: reference, state: 'delivered' } })).toBe(1);
  expect(post.received).toEqual([]);
  open();
  await desk.settle();
  expect(post.received).toHaveLength(1);
});

describe('each mail goes out once', () => {
  test('however many ask for it at the same time', async () => {
    post.refusing = { code: 451, message: 'Not now' };
    for (let n = 0; n < 6; n += 1) await opened(`At once ${n}`);
    await desk.settle();
    post.refusing = null;
    await Promise.all([minutesLater(2), minutesLater(2), minutesLater(2)]);
    const subjects = post.received.map(({ headers }) => headers.subject).filter((subject) => subject?.includes('At once'));
    expect([subjects.length, new Set(subjects).size]).toEqual([6, 6]);
  });
});

describe('what an admin sets of mails', () => {
  let max: LoggedIn;
  beforeAll(async () => {
    max = await desk.agent('Max', ['settings.read', 'settings.change', 'mail.manage']);
  });
  const set = (changes: object) => max.put<InstallationSettings>('/settings/policy', { changes });

  test('sender, address for answers and footer are those of the next mail, in its language', async () => {
    expect((await set({ 'mail.from': 'Bell, Book & Co <desk@northwind.example>', 'mail.replyTo': 'answers@northwind.example', 'mail.footer.en': 'Northwind\nHarbour 7 <Flensburg>', 'mail.footer.de': 'Nordwind' })).status).toBe(200);
    await opened('With a footer');
    await desk.settle();
    const [mail] = post.received;
    expect(mail?.headers).toMatchObject({ from: '"Bell, Book & Co" <desk@northwind.example>', 'reply-to': 'answers@northwind.example' });
    expect(mail?.from).toBe('desk@northwind.example');
    expect(mail?.raw).toContain('Harbour 7 <Flensburg>');
    // Lines of a mail are short: the HTML half is broken anywhere.
    expect(mail?.raw.replaceAll('=\r\n', '')).toContain('Northwind<br>Harbour 7 &lt;Flensburg&gt;');
    expect(mail?.raw).not.toContain('Nordwind');
    await set({ 'mail.from': null, 'mail.replyTo': null, 'mail.footer.en': null, 'mail.footer.de': null });
  });

  test('a test mail goes to whoever asks, and tells what the server said', async () => {
    const to = 'max.of.the.desk@example.com';
    const send = async () => (await max.post<SentMail>('/settings/test-mails', { language: 'de' })).data;
    expect(await send()).toEqual({ to, state: 'sent', error: null });
    expect(post.received.map((mail) => [mail.to, mail.headers.subject])).toEqual([[[to], 'Eine Probemail von Northwind Help']]);
    post.refusing = { code: 550, message: 'Sender is not allowed' };
    expect(await send()).toEqual({ to, state: 'failed', error: expect.stringContaining('Sender is not allowed') });
    const attempts = post.attempts;
    await minutesLater(60);
    post.refusing = null;
    expect(post.attempts).toBe(attempts);
    expect((await max.post('/settings/test-mails', { to: 'else@example.com' })).status).toBe(400);
  });
});

test('where mails stay on the machine, none is sent', async () => {
  desk.app.config.set('plugin::portal.mail.transport', 'mailbox');
  try {
    await opened('Stays here');
    await desk.visitor().post('/auth/register', { name: 'Nora', email: 'nora@example.com', password: 'Portal-demo-2026' });
    await desk.settle();
    await minutesLater(60);
    expect(post.attempts).toBe(0);
    expect((await newest()).state).toBe('kept');
  } finally {
    desk.app.config.set('plugin::portal.mail.transport', 'email');
  }
});
