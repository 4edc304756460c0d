import { makeCategory } from '../../database/seeds/builders/requests';
import { portal } from '../../database/seeds/builders/services';
import { sealReply, replyAddress, replyKey } from '../../plugin/server/src/mail/reply-address';
import { bootDesk, type Desk, type LoggedIn } from '../support/strapi';
import { World, deliver, handIn, inbox, makeQuickCustomer, rowOf, ticketOf, webhookSecret, type Row } from './world';

jest.setTimeout(120_000);
let desk: Desk;
let world: World;
let max: LoggedIn;

beforeAll(async () => {
  desk = await bootDesk({ PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: webhookSecret, PORTAL_INBOUND_VERIFY: 'false', PORTAL_INBOUND_MAX_SIZE: '36700160' });
  world = await World.of(desk, await makeCategory(desk.app, { name: 'Something else' }));
  max = await desk.agent('Max', ['received-mails.read', 'received-mails.manage', 'audit.read', 'settings.read', 'settings.change']);
});
afterAll(() => desk?.stop());

let count = 0;
const mailOf = (from: string, text: string, more: Record<string, string> = {}): Buffer => {
  count += 1;
  const headers = { From: from, To: inbox, Subject: `Mail ${count}`, Date: 'Wed, 25 Nov 2026 18:00:00 +0000', 'Message-ID': `<m${count}@plain.example>`, ...more };
  return Buffer.from(`${Object.entries(headers).filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text}\r\n`);
};
const stored = (): Promise<number> => desk.app.db.query('plugin::portal.received-mail').count({});
const runDue = (): Promise<void> => portal<{ runDue(): Promise<void> }>(desk.app, 'mail-runner').runDue();
const post = (body: BodyInit, contentType: string | null, authorization = `Bearer ${webhookSecret}`): Promise<Response> =>
  fetch(`${desk.url}/api/portal/inbound-mail`, { method: 'POST', body, headers: { authorization, ...(contentType === null ? {} : { 'content-type': contentType }) } });
const codeOf = async (answer: Response): Promise<unknown[]> => [answer.status, ((await answer.json()) as { error?: { details: { code: string } } }).error?.details.code];
const rowsOf = async (answer: Response): Promise<Row[]> => Promise.all(((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => rowOf(desk, id)));
const commentOf = async ({ commentId }: Row) => (await desk.app.db.query('plugin::portal.comment').findOne({ where: { id: commentId } })) as { body: string; remarks: { code: string }[] } | null;

describe('who hands a mail in', () => {
  test('without the secret, or with another one, keeps nothing', async () => {
    const before = await stored();
    for (const authorization of ['', 'Bearer wrong', 'Bearer ', `Basic ${Buffer.from('mail:wrong').toString('base64')}`, webhookSecret]) {
      expect(await codeOf(await post('From: a@example.com\r\n\r\nx', 'message/rfc822', authorization))).toEqual([403, 'access_refused']);
    }
    expect(await stored()).toBe(before);
  });

  test('may give it as the password of Basic authentication, as providers do', async () => {
    const authorization = `Basic ${Buffer.from(`mail:${webhookSecret}`).toString('base64')}`;
    expect((await post(new Uint8Array(mailOf('a@example.com', 'x')), 'message/rfc822', authorization)).status).toBe(200);
  });

  test('is told what is wrong with it', async () => {
    expect(await codeOf(await post('no header at all', 'message/rfc822'))).toEqual([400, 'mail_malformed']);
    expect(await codeOf(await post('From: a@example.com\r\n\r\nx', 'text/csv'))).toEqual([400, 'mail_malformed']);
    expect(await codeOf(await post('{"From":"a@example.com","TextBody":"x"}', 'application/json'))).toEqual([400, 'mail_malformed']);
    expect(await codeOf(await post('{', 'application/json'))).toEqual([400, 'mail_malformed']);
    const form = new FormData();
    form.set('text', 'x');
    expect(await codeOf(await post(form, null))).toEqual([400, 'mail_malformed']);
    expect(await codeOf(await post(Buffer.alloc(36_700_161, 'a'), 'message/rfc822'))).toEqual([413, 'mail_too_large']);
  });
});

describe('the same mail', () => {
  test('handed in ten times at once is one mail and one message', async () => {
    const { words, ticket, me } = await world.scene('pending', false);
    const mail = mailOf(me.email, 'Once only.', { To: words.reply! });
    const answers = await Promise.all(Array.from({ length: 10 }, () => handIn(desk, mail)));
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { data: { id: string; repeated: boolean }[] }).data[0]!));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    expect(ids.filter(({ repeated }) => !repeated)).toHaveLength(1);
    await runDue();
    expect((await ticketOf(desk, ticket.reference)).messageCount).toBe(3);
  });

  test('is one mail also when servers on its way added lines, and when it was read before', async () => {
    const { words, ticket, me } = await world.scene('pending', false);
    const mail = mailOf(me.email, 'By two ways.', { To: words.reply! });
    await deliver(desk, mail);
    await deliver(desk, Buffer.concat([Buffer.from('Received: from elsewhere by here; Wed, 25 Nov 2026 18:00:01 +0000\r\n'), mail]));
    expect((await ticketOf(desk, ticket.reference)).messageCount).toBe(3);
  });

  test('with another sender or another time is another mail, so that nobody can take its place', async () => {
    const { me } = await world.scene('none', false);
    const id = { 'Message-ID': '<the-same@plain.example>' };
    const rows = [await deliver(desk, mailOf('eve@example.net', 'First.', id)), await deliver(desk, mailOf(me.email, 'Second.', id)), await deliver(desk, mailOf(me.email, 'Third.', { ...id, Date: 'Thu, 26 Nov 2026 18:00:00 +0000' }))];
    expect(rows.map(({ state }) => state)).toEqual(['held', 'done', 'done']);
  });

  test('without a Message-ID is known by its bytes', async () => {
    const { me } = await world.scene('none', false);
    const mail = mailOf(me.email, 'No name.', { 'Message-ID': '' });
    expect((await deliver(desk, mail)).key).toBe((await deliver(desk, mail)).key);
    expect((await deliver(desk, Buffer.concat([mail, Buffer.from('More.')]))).key).not.toBe((await deliver(desk, mail)).key);
  });
});

describe('the forms of providers', () => {
  const whole = async (): Promise<{ mail: Buffer; recipient: string }> => {
    const { words, me } = await world.scene('pending', false);
    return { mail: mailOf(me.email, 'Grüße', { 'Content-Type': 'text/plain; charset=utf-8' }), recipient: words.reply! };
  };
  const expectAnswer = async (answer: Response, via: string): Promise<void> => {
    expect(answer.status).toBe(200);
    await runDue();
    // Whom it was delivered to is what only the provider knows here.
    const [row] = await rowsOf(answer.clone());
    expect([row?.state, row?.reason, (row as unknown as { via: string }).via]).toEqual(['done', 'comment_added', via]);
    expect((await commentOf(row!))?.body).toBe('Grüße');
  };

  test('Postmark: RawEmail and OriginalRecipient', async () => {
    const { mail, recipient } = await whole();
    await expectAnswer(await post(JSON.stringify({ From: 'x', OriginalRecipient: recipient, RawEmail: mail.toString('utf8'), Attachments: [] }), 'application/json'), 'postmark');
  });

  test('SendGrid: email and envelope, in a form of many parts', async () => {
    const { mail, recipient } = await whole();
    const form = new FormData();
    form.set('email', mail.toString('utf8'));
    form.set('envelope', JSON.stringify({ to: [recipient], from: 'x@example.com' }));
    form.set('dkim', '{@example.com : pass}');
    await expectAnswer(await post(form, null), 'sendgrid');
  });

  test('Mailgun: body-mime and recipient, also in the older form', async () => {
    const one = await whole();
    const form = new FormData();
    form.set('body-mime', one.mail.toString('utf8'));
    form.set('recipient', one.recipient);
    await expectAnswer(await post(form, null), 'mailgun');
    const other = await whole();
    await expectAnswer(await post(new URLSearchParams({ 'body-mime': other.mail.toString('utf8'), recipient: other.recipient }), 'application/x-www-form-urlencoded'), 'mailgun');
  });

  test('SparkPost: several at once', async () => {
    const both = [await whole(), await whole()];
    const body = both.map(({ mail, recipient }) => ({ msys: { relay_message: { rcpt_to: recipient, content: { email_rfc822: mail.toString('base64'), email_rfc822_is_base64: true } } } }));
    const answer = await post(JSON.stringify(body), 'application/json');
    await runDue();
    expect((await rowsOf(answer)).map(({ state }) => state)).toEqual(['done', 'done']);
  });
});

describe('a mail that is too much', () => {
  const heavy = async (make: (words: Record<string, string>, from: string) => Buffer): Promise<Row> => {
    const { words, me } = await world.scene('pending', false);
    return deliver(desk, make(words, me.email));
  };

  test('of 25 MB comes in whole, and its file is refused by name', async () => {
    const bytes = Buffer.alloc(25_000_000, 'PDF').toString('base64').replace(/.{76}/g, '$&\r\n');
    const row = await heavy((words, from) =>
      mailOf(from, `--b\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n--b\r\nContent-Type: application/pdf; name="large.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes}\r\n--b--`, { To: words.reply!, 'Content-Type': 'multipart/mixed; boundary=b' }),
    );
    expect([row.state, (await commentOf(row))?.body, (await commentOf(row))?.remarks.map(({ code }) => code)]).toEqual(['done', 'Here it is.', ['unauthenticated', 'file_refused']]);
  });

  test('with 10,000 references finds the one that counts', async () => {
    const row = await heavy((words, from) => mailOf(from, 'Many.', { References: `${Array.from({ length: 10_000 }, (_each, n) => `<ref-${n}@plain.example>`).join('\r\n ')}\r\n ${words.sealed}` }));
    expect([row.state, row.reason]).toEqual(['done', 'comment_added']);
  });

  test('with a text of a million letters is shortened, and says so', async () => {
    const row = await heavy((words, from) => mailOf(from, 'word'.repeat(250_000), { To: words.reply! }));
    const comment = await commentOf(row);
    expect([comment?.body.length, comment?.remarks.map(({ code }) => code)]).toEqual([50_000, ['unauthenticated', 'shortened']]);
  });

  test.each([
    ['tags in tags in tags', `${'<div>'.repeat(50_000)}deep${'</div>'.repeat(50_000)}`],
    ['a quote in a quote', `${'<blockquote>'.repeat(3000)}deep`],
    ['fifty thousand links', '<a href="https://example.com/">x</a> '.repeat(50_000)],
    ['a table without end', '<table><tr><td>'.repeat(20_000)],
    ['stars without end', `<p>${'<b>'.repeat(10_000)}x</p>`],
  ])('HTML that is %s is answered within seconds', async (_name, html) => {
    const row = await heavy((words, from) => mailOf(from, `<p>Good words.</p>${html}`, { To: words.reply!, 'Content-Type': 'text/html' }));
    expect(row.state).toBe('done');
    expect((await commentOf(row))?.body).toContain('Good words.');
  });

  test.each([
    ['greater-than signs', `${'>'.repeat(100_000)} x`],
    ['spaces', `a${' '.repeat(100_000)}:`],
    ['lines that look like heads', 'From: a\n'.repeat(20_000)],
    ['colons', 'a: '.repeat(60_000)],
    ['dashes', `${'-'.repeat(100_000)}x`],
  ])('a text of %s is answered within seconds', async (_name, text) => {
    expect((await heavy((words, from) => mailOf(from, `Good words.\r\n\r\n${text}`, { To: words.reply! }))).state).toBe('done');
  });

  test('with a thousand parts, or parts in parts, is kept and shown even where it cannot be read', async () => {
    const parts = await heavy((words, from) => mailOf(from, `${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(3000)}--b--`, { To: words.reply!, 'Content-Type': 'multipart/mixed; boundary=b' }));
    expect(['done', 'failed']).toContain(parts.state);
    const nested = Array.from({ length: 500 }, (_each, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('');
    const deep = await heavy((words, from) => mailOf(from, `--b\r\n${nested}Content-Type: text/plain\r\n\r\ndeep`, { To: words.reply!, 'Content-Type': 'multipart/mixed; boundary=b' }));
    expect(['done', 'failed', 'held']).toContain(deep.state);
    expect((await max.get(`/received-mails/${parts.key}`)).status).toBe(200);
  });

  test('is a bomb only for who unpacks it: an archive is a file like any other', async () => {
    const bomb = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(40_000)]).toString('base64');
    const row = await heavy((words, from) => mailOf(from, `--b\r\nContent-Type: text/plain\r\n\r\nUnpack.\r\n--b\r\nContent-Type: application/zip; name="bomb.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bomb}\r\n--b--`, { To: words.reply!, 'Content-Type': 'multipart/mixed; boundary=b' }));
    expect((await commentOf(row))?.remarks.map(({ code }) => code)).toEqual(['unauthenticated', 'file_refused']);
  });
});

describe('two programs that answer each other', () => {
  test('are stopped after a few, also when nothing in their mails tells', async () => {
    const { words, me } = await world.scene('pending', false);
    const states: string[] = [];
    for (let n = 0; n < 25; n += 1) states.push((await deliver(desk, mailOf(me.email, `Round ${n}`, { To: words.reply! }))).state);
    expect(states).toEqual([...Array.from({ length: 20 }, () => 'done'), ...Array.from({ length: 5 }, () => 'held')]);
  });

  test('are stopped sooner where one of them tells', async () => {
    const { words, me } = await world.scene('pending', false);
    const states: string[] = [];
    for (let n = 0; n < 5; n += 1) states.push((await deliver(desk, mailOf(me.email, `Round ${n}`, { To: words.reply!, 'Auto-Submitted': 'auto-replied' }))).state);
    expect(states).toEqual(['done', 'done', 'done', 'held', 'held']);
  });

  test('hear nothing from us: a machine’s words mail nobody', async () => {
    const { words, me } = await world.scene('pending', false);
    await desk.settle();
    const mails = (): Promise<number> => desk.app.db.query('plugin::portal.mail').count({});
    const before = await mails();
    await deliver(desk, mailOf(me.email, 'I am away.', { To: words.reply!, 'Auto-Submitted': 'auto-replied' }));
    await desk.settle();
    expect(await mails()).toBe(before);
    // A person’s words are told to who takes part.
    await deliver(desk, mailOf(me.email, 'I am back.', { To: words.reply! }));
    await desk.settle();
    expect(await mails()).toBe(before + 1);
  });
});

describe('what an admin decides', () => {
  test('a stranger who is let in has a request of his own, and no way in but his mailbox', async () => {
    const row = await deliver(desk, mailOf('New Nina <nina@unknown.example>', 'May I?'));
    expect(row.state).toBe('held');
    const { data } = await max.post<{ state: string; reason: string; reference: string }>(`/received-mails/${row.key}/admission`, { as: 'request' });
    expect([data.state, data.reason]).toEqual(['done', 'ticket_opened']);
    const again = await deliver(desk, mailOf('New Nina <nina@unknown.example>', 'Thank you.', { Subject: `Re: [${data.reference}]` }));
    expect([again.state, again.reason]).toEqual(['done', 'comment_added']);
    expect((await max.post(`/received-mails/${row.key}/admission`, { as: 'request' })).code).toBe('mail_settled');
    expect((await desk.visitor().post('/auth/login', { email: 'nina@unknown.example', password: '' })).status).not.toBe(200);
  });

  test('an answer with another’s token goes in once, and makes nobody a reader', async () => {
    const { ticket, me } = await world.scene('pending', false);
    const eve = await makeQuickCustomer(desk, 'Eve', `eve.${ticket.id}@example.net`);
    const token = sealReply({ ticketId: ticket.id, customerId: me.customerId }, replyKey(desk.app.config.get<string>('admin.auth.secret')));
    const row = await deliver(desk, mailOf(eve.email, 'I am her husband.', { To: replyAddress(inbox, token) }));
    expect([row.state, row.reason]).toEqual(['held', 'token_of_another']);
    const { data } = await max.post<{ state: string; reference: string }>(`/received-mails/${row.key}/admission`, { as: 'answer' });
    expect([data.state, data.reference]).toEqual(['done', ticket.reference]);
    expect((await deliver(desk, mailOf(eve.email, 'Once more.', { To: replyAddress(inbox, token) }))).state).toBe('held');
  });

  test('what is discarded stays, is named in the log, and can be run again', async () => {
    const row = await deliver(desk, mailOf('spam@unknown.example', 'Buy.'));
    expect((await max.post<{ state: string }>(`/received-mails/${row.key}/discard`, {})).data.state).toBe('discarded');
    expect((await max.post<{ state: string }>(`/received-mails/${row.key}/runs`, {})).data.state).toBe('held');
    const { data } = await max.get<{ what: string; who: string }[]>('/settings/audit-entries');
    expect(data.filter(({ what }) => what.includes('spam@unknown.example'))).toHaveLength(2);
  });

  test('is shown what each step found, the text without anything that acts, and the bytes to save only', async () => {
    const mail = mailOf('x@unknown.example', '<script>alert(1)</script><p onclick=x>Words</p><img src="https://track.example/x.gif">', { 'Content-Type': 'text/html' });
    const row = await deliver(desk, mail);
    const { data } = await max.get<{ html: string; decisions: { step: string; verdict: string }[] }>(`/received-mails/${row.key}`);
    expect(data.html).toBe('<p>Words</p>\n');
    expect(data.decisions.at(-1)).toMatchObject({ step: 'admission', verdict: 'held' });
    const raw = await fetch(`${desk.url}/portal/received-mails/${row.key}/raw`, { headers: { authorization: `Bearer ${max.token}` } });
    expect(Buffer.from(await raw.arrayBuffer())).toEqual(mail);
    expect([raw.headers.get('content-disposition')?.startsWith('attachment'), raw.headers.get('x-content-type-options')]).toEqual([true, 'nosniff']);
  });

  test('a mail that failed goes through once what was wrong is mended', async () => {
    const { words, me, ticket } = await world.scene('pending', false);
    const row = await deliver(desk, mailOf(me.email, 'Held by a switch.', { To: words.reply! }));
    expect(row.state).toBe('done');
    await desk.app.db.query('plugin::portal.customer').updateMany({ where: { id: me.customerId }, data: { portalAccess: false } });
    const barred = await deliver(desk, mailOf(me.email, 'Held for access.', { To: words.reply! }));
    expect(barred.reason).toBe('sender_blocked');
    await desk.app.db.query('plugin::portal.customer').updateMany({ where: { id: me.customerId }, data: { portalAccess: true } });
    expect((await max.post<{ state: string }>(`/received-mails/${barred.key}/runs`, {})).data.state).toBe('done');
    expect((await ticketOf(desk, ticket.reference)).messageCount).toBe(4);
  });
});

describe('the customer', () => {
  test('reads her mail as a message, opens what was cut, and is not told how well she proved herself', async () => {
    const cora = await desk.customer('Cora Quoted');
    const reference = await portalRequest(cora.customer);
    const row = await deliver(desk, mailOf(cora.customer.email, `It works.\r\n\r\nOn Wed, Nov 25, 2026 at 5:40 PM Northwind Help <${inbox}> wrote:\r\n> Is the battery new?`, { Subject: `Re: [${reference}] hello` }));
    expect(row.state).toBe('done');
    const { data } = await cora.get<{ comments: { body: string; mail: { cutHtml: string; remarks: unknown[] } | null }[] }>(`/tickets/${reference}`);
    expect(data.comments.at(-1)).toMatchObject({ body: 'It works.', mail: { remarks: [] } });
    expect(data.comments.at(-1)?.mail?.cutHtml).toContain('Is the battery new?');
    expect(data.comments[0]?.mail).toEqual({ cutHtml: null, remarks: [] });
  });

  test('is held to the limits of the portal', async () => {
    const { words, me } = await world.scene('pending', false);
    const limit = (commentsPerHour: number | null) => max.put('/settings/policy', { changes: { 'limits.rateLimiting.commentsPerHour': commentsPerHour } });
    expect((await limit(2)).status).toBe(200);
    const rows = [await deliver(desk, mailOf(me.email, 'One.', { To: words.reply! })), await deliver(desk, mailOf(me.email, 'Two.', { To: words.reply! }))];
    await limit(null);
    expect(rows.map(({ state, reason }) => [state, reason])).toEqual([['done', 'comment_added'], ['held', 'limit_reached']]);
    expect((await max.post<{ state: string }>(`/received-mails/${rows[1]!.key}/runs`, {})).data.state).toBe('done');
  });

  test('whose segment may not answer by mail is held, and so is a new request where none may be sent', async () => {
    const { words, me } = await world.scene('pending', false);
    const set = (key: string, value: boolean | null) => max.put('/settings/policy', { changes: { [key]: value } });
    await set('features.emailReplies', false);
    const off = await deliver(desk, mailOf(me.email, 'One.', { To: words.reply! }));
    await set('features.emailReplies', null);
    await set('features.ticketSubmission', false);
    const none = await deliver(desk, mailOf(me.email, 'A new one.'));
    await set('features.ticketSubmission', null);
    expect([off.reason, none.reason]).toEqual(['replies_switched_off', 'tickets_switched_off']);
  });
});

const portalRequest = async (customer: { email: string }): Promise<string> => {
  const row = await deliver(desk, mailOf(customer.email, 'A new one.'));
  return ((await desk.app.db.query('plugin::portal.ticket').findOne({ where: { id: row.ticketId } })) as { reference: string }).reference;
};
