import { makeCategory, replyAsCustomer, sendRequest } from '../../database/seeds/builders/requests';
import type { DeskTicket, DeskTicketDetail, ViewFilters } from '../../plugin/contracts/desk';
import { standingFilters, type StandingView, type Views } from '../../plugin/contracts/desk-views';
import { withHiddenBindings } from '../../plugin/server/src/platform/hidden-bindings';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let bob: LoggedIn;
let lamps: string;
let chairs: string;
const soon = (): string => new Date(Date.now() + 3_600_000).toISOString();

const opened = (subject: string, category = lamps) => sendRequest(desk.app, cora.customer, { category, subject, body: `About ${subject}.` });
const change = (reference: string, to: object) => ada.put<DeskTicketDetail>(`/tickets/${reference}`, to);
const subjects = async (query: string, by = ada): Promise<string[]> => (await by.get<DeskTicket[]>(`/tickets?${query}`)).data.map(({ subject }) => subject).sort();
const queryOf = (filters: ViewFilters): string => new URLSearchParams(Object.entries(filters).map(([name, value]) => [name, String(value)])).toString();
const inView = (view: StandingView, by = ada) => subjects(queryOf(standingFilters[view]), by);
const views = async (by = ada): Promise<Views> => (await by.get<Views>('/views')).data;

beforeAll(async () => {
  desk = await bootDesk();
  [cora, ada, bob] = [await desk.customer('Cora Bell'), await desk.agent('Ada'), await desk.agent('Bob')];
  [lamps, chairs] = [await makeCategory(desk.app, { name: 'Lamps' }), await makeCategory(desk.app, { name: 'Chairs' })];
  await change(await opened('Hers'), { assignee: ada.agent.id, priority: 'urgent' });
  await opened('Nobody’s');
  await change(await opened('Waits for Cora', chairs), { state: 'pending' });
  await change(await opened('Sleeps'), { snoozeUntil: soon() });
  await change(await opened('Done'), { state: 'solved' });
});
afterAll(() => desk?.stop());

describe('the views that every agent has', () => {
  test('show what they are called by', async () => {
    expect(await inView('mine')).toEqual(['Hers']);
    expect(await inView('mine', bob)).toEqual([]);
    expect(await inView('unassigned')).toEqual(['Nobody’s', 'Waits for Cora']);
    expect(await inView('turn')).toEqual(['Hers', 'Nobody’s']);
    expect(await inView('open')).toEqual(['Hers', 'Nobody’s', 'Waits for Cora']);
    expect(await inView('waiting')).toEqual(['Waits for Cora']);
    expect(await inView('snoozed')).toEqual(['Sleeps']);
    expect(await inView('done')).toEqual(['Done']);
  });

  test('count what they show', async () => {
    const { counts, categories } = await views();
    for (const [view, filters] of Object.entries(standingFilters)) expect([view, counts[view as StandingView]]).toEqual([view, (await subjects(queryOf(filters))).length]);
    expect(categories.map(({ name, count }) => [name, count]).sort()).toEqual([['Chairs', 1], ['Lamps', 2]]);
  });

  test('are counted in one statement, and the saved ones read in another', async () => {
    const tables = (await statementsOf(desk, () => ada.get('/views'))).filter((sql) => !/(?:admin|strapi)_/.test(sql)).map((sql) => /portal_(?:views|tickets)/.exec(sql)?.[0] ?? sql);
    expect(tables.sort()).toEqual(['portal_tickets', 'portal_views']);
  });
});

describe('a view that Ada saves', () => {
  test('is hers alone, with its count, until she changes or deletes it', async () => {
    const { status, data } = await ada.post<{ id: number }>('/views', { name: 'Urgent lamps', filters: { category: lamps, priority: 'urgent', sort: '-priority' } });
    expect(status).toBe(201);
    expect((await views()).saved).toEqual([{ id: data.id, name: 'Urgent lamps', shared: false, filters: { category: lamps, priority: 'urgent', sort: '-priority' }, count: 1 }]);
    expect((await views(bob)).saved).toEqual([]);
    expect((await ada.put(`/views/${data.id}`, { name: 'All lamps', filters: { category: lamps } })).status).toBe(200);
    expect((await views()).saved).toMatchObject([{ name: 'All lamps', count: 4 }]);
    expect((await ada.delete(`/views/${data.id}`)).status).toBe(200);
    expect((await views()).saved).toEqual([]);
  });

  test('is there for Bob once she shares it', async () => {
    const { data } = await ada.post<{ id: number }>('/views', { name: 'Everybody’s chairs', shared: true, filters: { category: chairs } });
    expect((await views(bob)).saved).toMatchObject([{ name: 'Everybody’s chairs', shared: true, count: 1 }]);
    await bob.delete(`/views/${data.id}`);
    expect((await views()).saved).toEqual([]);
  });

  test('is not shared, changed or deleted for all by somebody without the right', async () => {
    const eve = await desk.agent('Eve', ['tickets.read']);
    const shared = { name: 'For all', shared: true, filters: {} };
    const { data } = await ada.post<{ id: number }>('/views', shared);
    for (const answer of [await eve.post('/views', shared), await eve.put(`/views/${data.id}`, { name: 'Mine', filters: {} }), await eve.delete(`/views/${data.id}`)]) expect(answer).toMatchObject({ status: 403, code: 'access_refused' });
    const own = await eve.post<{ id: number }>('/views', { name: 'Her own', filters: {} });
    expect(await eve.put(`/views/${own.data.id}`, { name: 'Her own', shared: true, filters: {} })).toMatchObject({ status: 403, code: 'access_refused' });
    await ada.delete(`/views/${data.id}`);
  });

  test('takes only what the list takes', async () => {
    const faults = async (body: object) => (await ada.post('/views', body)).error?.details.errors.map(({ path, rule }) => `${path} ${rule}`);
    expect(await faults({ name: ' ', filters: {} })).toEqual(['name required']);
    expect(await faults({ name: 'x', filters: { state: 'gone', page: 2 } })).toEqual(['filters.state not_allowed', 'filters.page unknown']);
    expect(await faults({ name: 'x' })).toEqual(['filters required']);
  });

  test('has no count where it searches for words', async () => {
    const { data } = await ada.post<{ id: number }>('/views', { name: 'Words', filters: { q: 'cora' } });
    expect((await views()).saved).toMatchObject([{ name: 'Words', count: null }]);
    await ada.delete(`/views/${data.id}`);
  });

  test('is refused beyond fifty', async () => {
    for (let n = 0; n < 50; n += 1) await bob.post('/views', { name: `View ${n}`, filters: {} });
    expect(await bob.post('/views', { name: 'One more', filters: {} })).toMatchObject({ status: 409, code: 'limit_reached' });
    expect((await views(bob)).saved).toHaveLength(50);
  });
});

describe('what Ada has not read', () => {
  const isUnread = async (subject: string, by = ada): Promise<boolean | undefined> => {
    await desk.settle();
    return (await by.get<DeskTicket[]>(`/tickets?q=${subject}`)).data[0]?.unread;
  };
  const lastEvent = async (reference: string): Promise<number> => (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data.events.at(-1)?.id ?? 0;
  const read = async (reference: string, by = ada) => by.put(`/tickets/${reference}/read-mark`, { event: await lastEvent(reference) });

  test('is unread until she saw it, and again when Cora writes; for Bob it stays as it was', async () => {
    const reference = await opened('Unreadone');
    expect(await isUnread('Unreadone')).toBe(true);
    expect((await read(reference)).status).toBe(200);
    expect([await isUnread('Unreadone'), await isUnread('Unreadone', bob)]).toEqual([false, true]);
    await change(reference, { priority: 'low' });
    expect(await isUnread('Unreadone')).toBe(false);
    await replyAsCustomer(desk.app, cora.customer, reference, 'More.');
    expect(await isUnread('Unreadone')).toBe(true);
    expect(await inView('unread')).toContain('Unreadone');
    await read(reference);
    await bob.post(`/tickets/${reference}/notes`, { body: 'A note.' });
    expect(await isUnread('Unreadone')).toBe(true);
  });

  test('is not what she wrote herself, unless something before it was', async () => {
    const reference = await opened('Ownwords');
    await read(reference);
    await ada.post(`/tickets/${reference}/comments`, { body: 'An answer.' });
    expect(await isUnread('Ownwords')).toBe(false);
    await replyAsCustomer(desk.app, cora.customer, reference, 'And now?');
    await ada.post(`/tickets/${reference}/notes`, { body: 'Blindly.' });
    expect(await isUnread('Ownwords')).toBe(true);
  });

  test('can be made unread again, and what is done never is', async () => {
    const reference = await opened('Againunread');
    await read(reference);
    expect((await ada.delete(`/tickets/${reference}/read-mark`)).status).toBe(200);
    expect(await isUnread('Againunread')).toBe(true);
    await change(reference, { state: 'closed' });
    expect(await isUnread('Againunread')).toBe(false);
    expect(await ada.put('/tickets/R-ZZZZZZ/read-mark', { event: 1 })).toMatchObject({ status: 404 });
  });
});

test('what is due is found by its own index, however many tickets are open', async () => {
  const found = await statementsOf(desk, () => ada.get(`/tickets?${queryOf(standingFilters.breaching)}`));
  const statement = found.find((sql) => /order by due_at/.test(sql)) ?? '';
  expect(statement).toContain('portal_tickets');
  if ((desk.app.db.dialect as { client: string }).client !== 'sqlite') return;
  const bindings = Array.from({ length: (statement.match(/\?/g) ?? []).length }, () => 1);
  const plan = JSON.stringify(await desk.app.db.connection.raw(`explain query plan ${withHiddenBindings(statement)}`, bindings));
  expect([plan.includes('portal_tickets_due (due_at<?)'), plan.includes('portal_tickets_state_updated')]).toEqual([true, false]);
});
