import { changeTicket, makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { makeCustomer } from '../../database/seeds/builders/people';
import { agentPage, customerPage, type LivePage } from '../support/live-client';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
let category: string;
const pages: LivePage[] = [];

beforeAll(async () => {
  desk = await bootDesk({ PORTAL_LIVE_PER_CUSTOMER: '4' });
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  ada = await desk.agent('Ada');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterEach(() => pages.splice(0).forEach((page) => page.close()));
afterAll(() => desk?.stop());

const keep = async (page: Promise<LivePage>): Promise<LivePage> => {
  pages.push(await page);
  return page;
};
const pageOf = (who: SignedIn, more: object = {}) => keep(customerPage(desk.url, who.cookie, more));
const deskOf = (who: LoggedIn) => keep(agentPage(desk.url, who));
const sent = (subject: string, by = cora) => sendRequest(desk.app, by.customer, { category, subject, body: `About ${subject}.` });
const about = (reference: string) => (news: { reference: string }) => news.reference === reference;
const eventsOf = async (reference: string, who = cora): Promise<{ id: number }[]> => (await who.get<{ id: number }[]>(`/tickets/${reference}/events`)).data;
/** What was not heard cannot be waited for: something that is heard later shows that it would have come. */
const afterNews = async (page: LivePage, by: SignedIn = cora): Promise<void> => {
  const mark = await sent('Heard for sure', by);
  await desk.settle();
  await page.hears(about(mark));
};

describe('Cora, with a page open', () => {
  test('hears that the desk answered: where, and not what', async () => {
    const reference = await sent('Answered live');
    const page = await pageOf(cora);
    await replyAsAgent(desk.app, ada.agent, reference, 'It is on its way.');
    const news = await page.hears(({ type, reference: where }) => type === 'answered' && where === reference);
    expect(Object.keys(news).sort()).toEqual(['id', 'reference', 'type']);
    expect(page.news.filter(({ id }) => id === news.id)).toHaveLength(1);
  });

  test('hears it once on each of her pages, be it with a websocket or by polling', async () => {
    const reference = await sent('Two windows');
    const both = [await pageOf(cora), await pageOf(cora, { transports: ['polling'] })];
    await replyAsAgent(desk.app, ada.agent, reference, 'Twice.');
    for (const page of both) await page.hears(({ type }) => type === 'answered');
    await Promise.all(both.map((page) => afterNews(page)));
    for (const page of both) expect(page.news.filter(({ type }) => type === 'answered')).toHaveLength(1);
  });

  test('hears of a change only when it is committed, and nothing of one that failed', async () => {
    const reference = await sent('Rolled back');
    await desk.settle();
    const page = await pageOf(cora);
    const failing = desk.app.db.transaction(async () => {
      await changeTicket(desk.app, ada.agent, reference, { priority: 'high' });
      throw new Error('broken off');
    });
    await expect(failing).rejects.toThrow('broken off');
    await afterNews(page);
    expect(page.news.filter(about(reference))).toEqual([]);
  });

  test('hears nothing of notes, assignments, tags and snoozes', async () => {
    const reference = await sent('Inside the desk');
    await desk.settle();
    const page = await pageOf(cora);
    await writeNote(desk.app, ada.agent, reference, 'PINEAPPLE');
    await changeTicket(desk.app, ada.agent, reference, { assignee: ada.agent });
    const { status } = await ada.put(`/tickets/${reference}`, { addTags: ['difficult'], snoozeUntil: new Date(Date.now() + 3_600_000).toISOString() });
    expect(status).toBe(200);
    await afterNews(page);
    expect(page.news.filter(about(reference))).toEqual([]);
  });

  test('learns after a lost line whether she missed something, of a request and of her list', async () => {
    const reference = await sent('While she was away');
    const seen = (await eventsOf(reference)).at(-1)?.id ?? 0;
    const since = Date.now();
    const page = await pageOf(cora);
    expect(await page.ask('missed', { reference, seen })).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await replyAsAgent(desk.app, ada.agent, reference, 'Meanwhile.');
    expect(await page.ask('missed', { reference, seen })).toBe(true);
    expect(await page.ask('missed', { since })).toBe(true);
    expect(await page.ask('missed', { since: Date.now() + 1000 })).toBe(false);
  });

  test('is told that the desk writes, not who, and when it stops', async () => {
    const reference = await sent('Somebody writes');
    const page = await pageOf(cora);
    const other = await pageOf(otto);
    const agent = await deskOf(ada);
    await agent.ask('looking', { reference, writing: false });
    await agent.ask('looking', { reference, writing: true });
    await agent.ask('looking', { reference, writing: false });
    await afterNews(page);
    await afterNews(other, otto);
    expect(page.writing).toEqual([{ reference, writing: true }, { reference, writing: false }]);
    expect(other.writing).toEqual([]);
  });
});

describe('whoever takes part', () => {
  test('hears of it as its requester does, until he is taken out', async () => {
    const reference = await sent('Together');
    const page = await pageOf(otto);
    await afterNews(page, otto);
    expect(page.news.filter(about(reference))).toEqual([]);
    await cora.post(`/tickets/${reference}/participants`, { email: otto.customer.email });
    await replyAsAgent(desk.app, ada.agent, reference, 'To both.');
    await page.hears(({ type, reference: where }) => type === 'answered' && where === reference);

    const { data } = await cora.get<{ audience: { id: string | null; name: string }[] }>(`/tickets/${reference}`);
    await cora.delete(`/tickets/${reference}/participants/${data.audience.find(({ name }) => name === otto.customer.email)?.id}`);
    const heard = page.news.length;
    await replyAsAgent(desk.app, ada.agent, reference, 'To Cora alone.');
    await afterNews(page, otto);
    expect(page.news.slice(heard).filter(about(reference))).toEqual([]);
    expect(await page.ask('missed', { reference, seen: 0 })).toBeNull();
  });
});

describe('a stranger', () => {
  test.each<[string, () => Promise<LivePage>, string]>([
    ['without a cookie', () => customerPage(desk.url, ''), 'not_signed_in'],
    ['with a cookie that he made up', () => customerPage(desk.url, `portal_session=${'a'.repeat(43)}`), 'not_signed_in'],
    ['on a page of another site, with Cora’s cookie', () => customerPage(desk.url, cora.cookie, { headers: { origin: 'https://evil.example' } }), 'origin_refused'],
    ['in a frame without an origin, with Cora’s cookie', () => customerPage(desk.url, cora.cookie, { headers: { origin: 'null' } }), 'origin_refused'],
  ])('%s gets no socket', async (_who, connect, code) => {
    await expect(connect()).rejects.toThrow(code);
  });

  test('hears nothing of others, whatever he asks for', async () => {
    const reference = await sent('Hers alone');
    const page = await pageOf(otto);
    for (const room of [`ticket:${reference}`, `customer:${cora.customer.customerId}`, reference]) {
      for (const name of ['join', 'watch', 'subscribe', 'looking', 'news']) page.socket.emit(name, room);
    }
    await replyAsAgent(desk.app, ada.agent, reference, 'For Cora.');
    await afterNews(page, otto);
    expect([page.news.filter(about(reference)), page.writing, page.presence]).toEqual([[], [], []]);
  });

  test('gets the same answer for a request of Cora’s, for one that never was and for what makes no sense', async () => {
    const reference = await sent('Not for Otto');
    const page = await pageOf(otto);
    const questions = [{ reference, seen: 0 }, { reference: 'R-ZZZZZZ', seen: 0 }, { reference, seen: 0, more: 1 }, { reference: ['R'], seen: 0 }, { since: 'yesterday' }, null, 7];
    for (const question of questions) expect([question, await page.ask('missed', question)]).toEqual([question, null]);
  });

  test('is put out when he talks without end, or too much at once', async () => {
    const [talker, shouter] = [await pageOf(otto), await pageOf(otto)];
    for (let count = 0; count < 60; count += 1) talker.socket.emit('missed', { since: 0 });
    shouter.socket.emit('missed', { reference: 'x'.repeat(10_000), seen: 0 });
    expect(await talker.cut).toBe('io server disconnect');
    expect(await shouter.cut).toMatch(/transport/);
  });

  test('gets no more sockets than the cap allows; the first ones stay', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => pageOf(otto)));
    await expect(customerPage(desk.url, otto.cookie)).rejects.toThrow('too_many_requests');
    expect(four.every(({ socket }) => socket.connected)).toBe(true);
    four[0]?.close();
    await four[0]?.cut;
    await pageOf(cora);
  });
});

describe('a socket closes with its session', () => {
  const leaver = async (): Promise<SignedIn> => desk.signIn(await makeCustomer(desk.app, 'Lee Aver', `leaver${Math.random()}@example.com`));
  const customers = () => desk.app.db.query('plugin::portal.customer');
  const users = () => desk.app.db.query('plugin::users-permissions.user');

  test.each<[string, (who: SignedIn) => Promise<unknown>]>([
    ['he signs out', (who) => who.post('/auth/logout')],
    ['his password is changed', (who) => desk.app.plugin('portal').service('sessions').endAll(who.customer.customerId)],
    ['portal access is taken', (who) => customers().update({ where: { id: who.customer.customerId }, data: { portalAccess: false } })],
    ['he is blocked', (who) => users().update({ where: { id: who.customer.userId }, data: { blocked: true } })],
    ['he is deleted', (who) => users().delete({ where: { id: who.customer.userId } })],
  ])('when %s', async (_why, end) => {
    const who = await leaver();
    const page = await pageOf(who);
    const { cookie } = who;
    const began = Date.now();
    await end(who);
    expect(await page.cut).toBe('io server disconnect');
    expect(Date.now() - began).toBeLessThan(5000);
    await expect(customerPage(desk.url, cookie)).rejects.toThrow('not_signed_in');
  });

  test('and not with that of another browser', async () => {
    const who = await leaver();
    const other = await desk.signIn(who.customer);
    const [page, stays] = [await pageOf(who), await pageOf(other)];
    await who.post('/auth/logout');
    await page.cut;
    expect(stays.socket.connected).toBe(true);
  });
});

test('a place for sockets answers no page and no call', async () => {
  const answer = await fetch(`${desk.url}/api/portal/socket/`);
  expect(answer.status).toBe(400);
  expect(await answer.text()).not.toMatch(/Strapi|customer/i);
});
