import { makeCategory } from '../../database/seeds/builders/requests';
import { bootDesk, type Desk } from '../support/strapi';
import { mailOf, messageOf, runDue } from './plain-mail';
import { World, deliver, handIn, inbox, rowOf, ticketOf, webhookSecret, type Row } from './world';

jest.setTimeout(120_000);
let desk: Desk;
let world: World;

beforeAll(async () => {
  desk = await bootDesk({ PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: webhookSecret, PORTAL_INBOUND_VERIFY: 'false' });
  world = await World.of(desk, await makeCategory(desk.app, { name: 'Something else' }));
});
afterAll(() => desk?.stop());

const stored = (): Promise<number> => desk.app.db.query('plugin::portal.received-mail').count({});
const post = (body: BodyInit, contentType: string | null, authorization = `Bearer ${webhookSecret}`): Promise<Response> =>
  fetch(`${desk.url}/api/portal/inbound-mail`, { method: 'POST', body, headers: { authorization, ...(contentType === null ? {} : { 'content-type': contentType }) } });
const codeOf = async (answer: Response): Promise<unknown[]> => [answer.status, ((await answer.json()) as { error?: { details: { code: string } } }).error?.details.code];
const rowsOf = async (answer: Response): Promise<Row[]> => Promise.all(((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => rowOf(desk, id)));

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
    await runDue(desk);
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
    await runDue(desk);
    // Whom it was delivered to is what only the provider knows here.
    const [row] = await rowsOf(answer.clone());
    expect([row?.state, row?.reason, (row as unknown as { via: string }).via]).toEqual(['done', 'comment_added', via]);
    expect((await messageOf(desk, row!))?.body).toBe('Grüße');
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
    await runDue(desk);
    expect((await rowsOf(answer)).map(({ state }) => state)).toEqual(['done', 'done']);
  });
});
