import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import type { DeskTicket, DeskTicketDetail } from '../../plugin/contracts/desk';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
let bob: LoggedIn;
let category: string;
let lamps: string;
beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  [ada, bob] = [await desk.agent('Ada'), await desk.agent('Bob')];
  category = await makeCategory(desk.app, { name: 'Something else' });
  lamps = await makeCategory(desk.app, { name: 'Lamps' });
});
afterAll(() => desk?.stop());

const opened = (subject: string, by = cora, kind = category) => sendRequest(desk.app, by.customer, { category: kind, subject, body: `About ${subject}.` });
const show = async (reference: string): Promise<DeskTicketDetail> => (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data;
const change = (reference: string, to: object, by = ada) => by.put<DeskTicketDetail>(`/tickets/${reference}`, to);
const list = async (query: string, by = ada): Promise<string[]> => {
  // Words are found a moment after they were written.
  await desk.settle();
  return (await by.get<DeskTicket[]>(`/tickets?${query}`)).data.map(({ subject }) => subject).sort();
};

describe('Ada’s inbox', () => {
  test('shows everybody’s requests with who asked, narrowed as she likes', async () => {
    const [lamp, bill] = [await opened('Inbox lamp', otto, lamps), await opened('Inbox bill')];
    await change(bill, { priority: 'urgent', state: 'solved', assignee: bob.agent.id });
    await change(lamp, { assignee: ada.agent.id });
    expect(await list('q=inbox')).toEqual(['Inbox bill', 'Inbox lamp']);
    expect(await list('q=INBOX%20LAMP')).toEqual(['Inbox lamp']);
    expect(await list('category=lamps')).toEqual(['Inbox lamp']);
    expect(await list('priority=urgent')).toEqual(['Inbox bill']);
    expect(await list('state=done&q=inbox')).toEqual(['Inbox bill']);
    expect(await list('state=new&q=inbox')).toEqual(['Inbox lamp']);
    expect(await list('assignee=me')).toEqual(['Inbox lamp']);
    expect(await list('assignee=me', bob)).toEqual(['Inbox bill']);
    expect(await list(`assignee=${bob.agent.id}`)).toEqual(['Inbox bill']);
    expect(await list('assignee=nobody&q=inbox')).toEqual([]);
    const { data, pagination } = await ada.get<DeskTicket[]>('/tickets?q=inbox&sort=-priority&pageSize=1');
    expect(data).toMatchObject([{ subject: 'Inbox bill', requester: { name: 'Cora Bell', email: cora.customer.email }, assignee: { id: bob.agent.id, name: 'Bob' } }]);
    expect(pagination).toEqual({ page: 1, pageSize: 1, pageCount: 2, total: 2 });
  });

  test.each(['page=-1', 'pageSize=10000', 'sort=email', 'state=x', 'priority=x', 'assignee=everyone', 'assignee=-1', 'assignee=99999999999', 'assignee=9999999999', 'filters[a]=b'])('refuses %s', async (query) => {
    expect(await ada.get(`/tickets?${query}`)).toMatchObject({ status: 400, code: 'validation_failed' });
  });

  test('knows who can be given a request: active agents by name, no address', async () => {
    const gone = await desk.agent('Gone');
    await desk.app.db.query('admin::user').update({ where: { id: gone.agent.id }, data: { isActive: false } });
    const { data } = await ada.get<{ id: number; name: string }[]>('/agents');
    expect(data.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
    expect(Object.keys(data[0] ?? {})).toEqual(['id', 'name']);
  });
});

describe('Ada answers', () => {
  test('and the request waits for Cora, who reads the answer', async () => {
    const reference = await opened('An answer');
    const { status, data } = await ada.post<DeskTicketDetail>(`/tickets/${reference}/comments`, { body: 'Have you tried *again*?' });
    expect(status).toBe(201);
    expect(data).toMatchObject({ state: 'pending', turn: 'requester', messageCount: 2, comments: [{ internal: false }, { internal: false, author: { kind: 'agent', name: 'Ada' } }] });
    expect((await cora.get<TicketDetail>(`/tickets/${reference}`)).data.comments[1]).toMatchObject({ body: 'Have you tried *again*?', author: { kind: 'agent', name: 'Ada' } });
  });

  test('and says at once what becomes of it', async () => {
    const reference = await opened('Solved at once');
    expect((await ada.post<DeskTicketDetail>(`/tickets/${reference}/comments`, { body: 'Done.', state: 'solved' })).data).toMatchObject({ state: 'solved', turn: 'nobody' });
    expect((await ada.post(`/tickets/${reference}/comments`, { body: 'x', state: 'done' })).error?.details.errors).toMatchObject([{ path: 'state', rule: 'not_allowed' }]);
  });

  test('at the same moment as Bob: both answers are kept, both are counted', async () => {
    const reference = await opened('Two at once');
    const answers = await Promise.all([ada, bob, ada, bob].map((agent, n) => agent.post(`/tickets/${reference}/comments`, { body: `Answer ${n}` })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const { comments, messageCount, events } = await show(reference);
    expect([comments.length, messageCount]).toEqual([5, 5]);
    expect(events.filter(({ type }) => type === 'ticket.state_changed')).toHaveLength(1);
    for (const word of ['Answer 0', 'Answer 3']) expect(await list(`q=${encodeURIComponent(word)}`)).toEqual(['Two at once']);
  });

  test('while Cora replies: nobody’s words are lost', async () => {
    const reference = await opened('Across the line');
    await Promise.all([ada.post(`/tickets/${reference}/comments`, { body: 'From Ada' }), cora.post(`/tickets/${reference}/comments`, { body: 'From Cora' }), change(reference, { priority: 'low' }, bob), cora.post(`/tickets/${reference}/comments`, { body: 'More' })]);
    expect(await show(reference)).toMatchObject({ messageCount: 4, priority: 'low' });
  });

  test('not without words, nor to what is not there', async () => {
    const reference = await opened('No words');
    for (const part of ['comments', 'notes']) {
      expect((await ada.post(`/tickets/${reference}/${part}`, { body: ' ' })).status).toBe(400);
      expect((await ada.post(`/tickets/${reference}/${part}`, { body: 'x'.repeat(50_001) })).status).toBe(400);
      expect(await ada.post(`/tickets/R-ZZZZZZ/${part}`, { body: 'x' })).toMatchObject({ status: 404, code: 'not_found' });
    }
    for (const path of ['/tickets/R-ZZZZZZ', '/tickets/%00', '/attachments/%00']) expect((await ada.get(path)).status).toBe(404);
  });
});

describe('Ada changes a request', () => {
  test('in state, priority, category and hands, each with its line in the timeline', async () => {
    const reference = await opened('All at once');
    const { status, data } = await change(reference, { state: 'on_hold', priority: 'urgent', category: lamps, assignee: bob.agent.id });
    expect(status).toBe(200);
    expect(data).toMatchObject({ state: 'on_hold', turn: 'agent', priority: 'urgent', category: { slug: lamps }, assignee: { name: 'Bob' } });
    expect(data.events.map(({ type, data: { from, to } }) => [type, from, to].filter(Boolean).join(' '))).toEqual([
      'ticket.opened',
      'ticket.state_changed new on_hold',
      'ticket.priority_changed normal urgent',
      'ticket.category_changed Something else Lamps',
      'ticket.assigned Bob',
    ]);
    expect((await change(reference, { assignee: null })).data.assignee).toBeNull();
  });

  test('to what it is already, and nothing is told', async () => {
    const reference = await opened('Unchanged');
    const { data } = await change(reference, { state: 'new', priority: 'normal', category, assignee: null });
    expect(data.events.map(({ type }) => type)).toEqual(['ticket.opened']);
    expect((await change(reference, {})).status).toBe(200);
  });

  test('not to what does not exist', async () => {
    const reference = await opened('Nonsense');
    const faults = async (to: object) => (await change(reference, to)).error?.details.errors.map(({ path, rule }) => `${path} ${rule}`);
    expect(await faults({ state: 'gone', priority: 'extreme' })).toEqual(['state not_allowed', 'priority not_allowed']);
    expect(await faults({ category: 'nowhere' })).toEqual(['category not_allowed']);
    for (const assignee of [999_999, 9_999_999_999, -1, 1.5, 'Ada']) expect(await faults({ assignee })).toHaveLength(1);
    expect(await faults({ requesterId: 1, reference: 'x' })).toEqual(['requesterId unknown', 'reference unknown']);
    expect(await show(reference)).toMatchObject({ state: 'new', priority: 'normal', assignee: null });
  });

  test('and sees the other requests of the same customer beside it', async () => {
    const [one, two] = [await opened('First of hers'), await opened('Second of hers')];
    expect((await show(two)).requesterTickets.map(({ reference }) => reference)).toContain(one);
    expect(JSON.stringify((await show(two)).requesterTickets)).not.toContain('Inbox lamp');
  });
});

test('a right that is taken away is gone with the next call', async () => {
  const eve = await desk.agent('Eve', ['tickets.read', 'tickets.reply']);
  const reference = await opened('For Eve');
  const answer = () => eve.post(`/tickets/${reference}/comments`, { body: 'Hello.' });
  expect((await answer()).status).toBe(201);
  const [{ id }] = (await desk.app.db.query('admin::role').findMany({ where: { users: { id: eve.agent.id } } })) as [{ id: number }];
  await desk.app.service('admin::role').assignPermissions(id, [{ action: 'plugin::portal.tickets.read', subject: null, properties: {}, conditions: [] }]);
  expect(await answer()).toMatchObject({ status: 403, code: 'access_refused' });
  expect((await eve.get('/tickets')).status).toBe(200);
  await desk.app.db.query('admin::user').update({ where: { id: eve.agent.id }, data: { isActive: false } });
  expect((await eve.get('/tickets')).status).toBe(401);
});
