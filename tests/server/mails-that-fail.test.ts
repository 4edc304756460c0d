import type { DeadLetter } from '../../plugin/contracts/mails';
import { makeAgent, makeCustomer, type Agent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
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
const opened = (subject: string, body = 'Her words.') => sendRequest(desk.app, cora.customer, { category, subject, body });

describe('an address that takes no mail', () => {
  const nobody = 'gone@example.net';
  const bounce = () => desk.app.db.query('plugin::portal.bounced-address').findOne({ where: { address: nobody } });

  test('is asked once, then written to no more, whatever happens; support and its owner are told', async () => {
    const gone = await desk.signIn(await makeCustomer(desk.app, 'Gone Away', nobody));
    post.unknown.set(nobody, { code: 550, message: '5.1.1 No such mailbox' });
    const reference = await sendRequest(desk.app, gone.customer, { category, subject: 'Into the void', body: 'x' });
    await desk.settle();
    expect([await newest(), await bounce()]).toMatchObject([{ state: 'failed', attempts: 1 }, { kind: 'hard', detail: expect.stringContaining('No such mailbox') }]);

    post.unknown.delete(nobody);
    await replyAsAgent(desk.app, ada, reference, 'Hello?');
    await desk.settle();
    expect(post.received).toEqual([]);
    expect(await newest()).toMatchObject({ state: 'withheld', text: null, html: null });
    expect((await gone.get('/me/notification-choices')).data).toMatchObject({ trouble: { kind: 'hard' } });
    expect((await (await desk.agent('Bo')).get(`/tickets/${reference}/requester`)).data).toMatchObject({ trouble: { kind: 'hard' } });
  });

  test('is written to again once its owner follows a link that was mailed to it', async () => {
    await desk.visitor().post('/auth/password-reset-request', { email: nobody });
    await desk.settle();
    const code = /code=3D([\w-]+)|code=([\w-]+)/.exec((post.received[0]?.raw ?? '').replace(/=\r\n/g, ''))?.slice(1).find(Boolean) ?? '';
    expect((await desk.visitor().post('/auth/password-reset', { code, password: 'A-new-password-2026' })).status).toBe(200);
    expect(await bounce()).toBeNull();
  });

  test('is not condemned by a server that distrusts us, or a mailbox that is full', async () => {
    for (const [code, message] of [[550, '5.7.1 Go away'], [552, '5.2.2 Mailbox full'], [450, '4.2.1 Try later']] as const) {
      post.unknown.set(cora.customer.email, { code, message });
      await opened(message);
      await desk.settle();
    }
    post.unknown.clear();
    expect(await newest()).toMatchObject({ state: 'queued', attempts: 1 });
    expect(await desk.app.db.query('plugin::portal.bounced-address').count()).toBe(0);
  });
});

describe('a mail that failed for good', () => {
  interface Failed {
    id: number;
    to: string;
    error: string;
  }
  let zoe: LoggedIn;
  beforeAll(async () => {
    zoe = await desk.agent('Zoe', ['mails.manage', 'mail.manage', 'audit.read']);
  });
  const failOne = async (subject: string): Promise<Failed> => {
    post.refusing = { code: 554, message: 'Not today' };
    await opened(subject);
    await desk.settle();
    for (let round = 1; round < 14; round += 1) await minutesLater(round * 70);
    post.refusing = null;
    const { data } = await zoe.get<(Failed & { subject: string })[]>('/mails/failed');
    return data.find((each) => each.subject.includes(subject))!;
  };

  test('waits for an admin, who sends it again: it arrives once, and his name stands in the log', async () => {
    const failed = await failOne('Waits');
    expect(failed).toMatchObject({ to: cora.customer.email, error: expect.stringContaining('Not today') });
    expect(JSON.stringify(failed)).not.toContain('Her words.');
    expect((await zoe.post(`/mails/failed/${failed.id}/sendings`, {})).status).toBe(200);
    expect((await zoe.post(`/mails/failed/${failed.id}/sendings`, {})).status).toBe(404);
    await desk.settle();
    expect(post.received.map(({ headers }) => headers.subject)).toEqual([expect.stringContaining('Waits')]);
    expect((await zoe.get<object[]>('/settings/audit-entries')).data[0]).toMatchObject({ who: 'Zoe', action: 'sent_again', what: `mail to ${cora.customer.email}` });
  });

  test('or gives it up: it is never sent, and its words are gone', async () => {
    const failed = await failOne('Given up');
    expect((await zoe.delete(`/mails/failed/${failed.id}`)).status).toBe(200);
    await minutesLater(600);
    expect(post.received).toEqual([]);
    expect(await desk.app.db.query('plugin::portal.mail').findOne({ where: { id: failed.id } })).toMatchObject({ state: 'dropped', text: null, html: null });
  });

  test('stands in the list of what was not taken, beside those that are still tried, with its reason and without its words', async () => {
    await failOne('Dead');
    post.refusing = { code: 451, message: 'Mailbox is full' };
    await opened('Held up');
    await desk.settle();
    post.refusing = null;
    const { data, text } = await zoe.get<DeadLetter[]>('/mails/failed');
    expect(data[0]).toMatchObject({ to: cora.customer.email, state: 'waiting', attempts: 1, error: expect.stringContaining('Mailbox is full'), nextAt: expect.any(String) });
    expect(data.some(({ state, attempts, nextAt }) => state === 'failed' && attempts === 10 && nextAt === null)).toBe(true);
    expect(text).not.toMatch(/Her words|<html/);
    await minutesLater(5);
    expect((await zoe.get<DeadLetter[]>('/mails/failed')).data.filter(({ subject }) => subject.includes('Held up'))).toEqual([]);
  });
});
