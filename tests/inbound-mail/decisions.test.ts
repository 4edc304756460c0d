import { makeCategory } from '../../database/seeds/builders/requests';
import { replyAddress, replyKey, sealReply } from '../../plugin/server/src/mail/reply-address';
import { bootDesk, type Desk, type LoggedIn } from '../support/strapi';
import { mailOf } from './plain-mail';
import { World, deliver, inbox, makeQuickCustomer, ticketOf, webhookSecret } from './world';

jest.setTimeout(120_000);
let desk: Desk;
let world: World;
let max: LoggedIn;
beforeAll(async () => {
  desk = await bootDesk({ PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: webhookSecret, PORTAL_INBOUND_VERIFY: 'false' });
  world = await World.of(desk, await makeCategory(desk.app, { name: 'Something else' }));
  max = await desk.agent('Max', ['received-mails.read', 'received-mails.manage', 'audit.read', 'settings.read', 'settings.change']);
});
afterAll(() => desk?.stop());

const portalRequest = async (customer: { email: string }): Promise<string> => {
  const row = await deliver(desk, mailOf(customer.email, 'A new one.'));
  return ((await desk.app.db.query('plugin::portal.ticket').findOne({ where: { id: row.ticketId } })) as { reference: string }).reference;
};

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
