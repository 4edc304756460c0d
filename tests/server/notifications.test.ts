import { makeAgent, type Agent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { NotificationLine } from '../../plugin/contracts/notifications';
import type { Me } from '../../plugin/contracts/accounts';
import { mailsTo } from '../support/mailbox';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: Agent;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const opened = (subject: string, who = cora) => sendRequest(desk.app, who.customer, { category, subject, body: 'Her words.' });
const told = async (who = cora): Promise<NotificationLine[]> => {
  await desk.settle();
  return (await who.get<NotificationLine[]>('/notifications')).data;
};
const unread = async (who = cora): Promise<number> => (await who.get<Me>('/me')).data.unread;
const readAll = async (who = cora): Promise<void> => {
  const [newest] = await told(who);
  if (newest) await who.post('/notifications/readings', { upTo: newest.id });
};
const change = (reference: string, state: string) => portal<{ change(reference: string, change: object, agent: Agent): Promise<void> }>(desk.app, 'desk-changes').change(reference, { state }, ada);
const table = () => desk.app.db.query('plugin::portal.notification');
const events = () => portal<{ deliverDue(): Promise<void> }>(desk.app, 'events');

describe('what Cora is told', () => {
  test('is what others do in her requests, never what she does herself, and no note', async () => {
    const reference = await opened('A lamp');
    await replyAsAgent(desk.app, ada, reference, 'We look into it.');
    await cora.post(`/tickets/${reference}/comments`, { body: 'Thank you.' });
    await writeNote(desk.app, ada, reference, 'PINEAPPLE');
    await change(reference, 'solved');
    const lines = await told();
    expect(lines.map(({ kind, by, state, title, reference: about, read }) => [kind, by, state, title, about, read])).toEqual([
      ['solved', 'Ada Okafor', 'solved', 'A lamp', reference, false],
      ['reply', 'Ada Okafor', null, 'A lamp', reference, false],
    ]);
    expect(JSON.stringify(lines)).not.toContain('PINEAPPLE');
    expect(await unread()).toBe(2);
    expect(await told(otto)).toEqual([]);
  });

  test('is counted beside her, so that a page asks for nothing more to know it', async () => {
    expect(await statementsOf(desk, () => cora.get('/me'))).toHaveLength(1);
    expect(await statementsOf(desk, () => cora.get('/tickets'))).toHaveLength(2);
  });

  test('is written once, however often it is told', async () => {
    const before = await table().count();
    const reference = await opened('Told twice');
    await replyAsAgent(desk.app, ada, reference, 'Once.');
    await desk.settle();
    const count = await unread();
    await desk.app.db.query('plugin::portal.outbox').updateMany({ where: { subject: reference }, data: { state: 'pending', done: [] } });
    await events().deliverDue();
    expect([await table().count(), await unread()]).toEqual([before + 1, count]);
  });

  test('of many events in one INSERT', async () => {
    const references = await Promise.all(['One', 'Two', 'Three'].map((subject) => opened(subject)));
    await desk.settle();
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }): void => void statements.push(sql);
    desk.app.db.connection.on('query', note);
    await at(desk.app, new Date(Date.now() + 1000), async () => {
      for (const reference of references) await replyAsAgent(desk.app, ada, reference, 'An answer.');
    });
    await at(desk.app, new Date(Date.now() + 2000), () => events().deliverDue());
    desk.app.db.connection.removeListener('query', note);
    const writes = statements.filter((sql) => /^insert into ["`\w.]*portal_notifications/i.test(sql));
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.length).toBeLessThan(3);
  });

  test('is read by one, up to one, or by request; another’s is left alone', async () => {
    await readAll();
    expect(await unread()).toBe(0);
    const [first, second] = [await opened('The first'), await opened('The second')];
    for (const reference of [first, second, second]) await replyAsAgent(desk.app, ada, reference, 'An answer.');
    const [, , oldest] = await told();
    expect((await otto.post<{ unread: number }>('/notifications/readings', { ids: [oldest!.id] })).data).toEqual({ unread: 0 });
    expect(await unread()).toBe(3);
    expect((await cora.post<{ unread: number }>('/notifications/readings', { ids: [oldest!.id, oldest!.id] })).data).toEqual({ unread: 2 });
    expect((await cora.post<{ unread: number }>('/notifications/readings', { ticket: second })).data).toEqual({ unread: 0 });
    expect((await cora.post<{ unread: number }>('/notifications/readings', { ticket: second })).data).toEqual({ unread: 0 });
    expect((await cora.get<NotificationLine[]>('/notifications?unread=yes')).data).toEqual([]);
  });

  test.each([[{}], [{ ids: [] }], [{ ids: ['1'] }], [{ upTo: 0 }], [{ upTo: 1, ids: [1] }], [{ upTo: 9_999_999_999 }]])('%j marks nothing', async (body) => {
    expect(await cora.post('/notifications/readings', body)).toMatchObject({ status: 400, code: 'validation_failed' });
  });

  test('is forgotten after three months, and no longer counted', async () => {
    await readAll();
    const reference = await opened('Long ago');
    await replyAsAgent(desk.app, ada, reference, 'An answer.');
    await desk.settle();
    expect(await unread()).toBe(1);
    const writing = portal<{ forgetOld(): Promise<void> }>(desk.app, 'notification-writing');
    await writing.forgetOld();
    expect(await unread()).toBe(1);
    await at(desk.app, new Date(Date.now() + 91 * 86_400_000), () => writing.forgetOld());
    expect([await unread(), (await told()).length]).toEqual([0, 0]);
  });
});

describe('a request that Cora mutes', () => {
  test('is neither told nor mailed, until she wants it again; Otto’s she cannot mute', async () => {
    await readAll();
    const reference = await opened('Too much');
    await desk.settle();
    expect((await cora.put(`/tickets/${reference}/mute`, {})).status).toBe(200);
    expect((await cora.put(`/tickets/${reference}/mute`, {})).status).toBe(200);
    expect((await cora.get(`/tickets/${reference}`)).data).toMatchObject({ muted: true });
    const mails = (await mailsTo(desk, cora.customer.email)).length;
    await replyAsAgent(desk.app, ada, reference, 'Not heard.');
    await desk.settle();
    expect([await unread(), (await mailsTo(desk, cora.customer.email)).length]).toEqual([0, mails]);
    await cora.delete(`/tickets/${reference}/mute`);
    await replyAsAgent(desk.app, ada, reference, 'Heard.');
    await desk.settle();
    expect([await unread(), (await mailsTo(desk, cora.customer.email)).length]).toEqual([1, mails + 1]);
    expect((await otto.put(`/tickets/${reference}/mute`, {})).status).toBe(404);
  });
});

describe('who takes part', () => {
  test('is told as well, and of nothing once he is taken out', async () => {
    const reference = await opened('Shared');
    await cora.post(`/tickets/${reference}/participants`, { email: otto.customer.email });
    await replyAsAgent(desk.app, ada, reference, 'To both.');
    expect((await told(otto)).map(({ kind, title }) => [kind, title])).toEqual([['reply', 'Shared'], ['added', 'Shared']]);
    const { data } = await cora.get<{ audience: { id: string | null }[] }>(`/tickets/${reference}`);
    await cora.delete(`/tickets/${reference}/participants/${data.audience.find(({ id }) => id !== null)?.id}`);
    expect([await told(otto), await unread(otto)]).toEqual([[], 0]);
  });
});
