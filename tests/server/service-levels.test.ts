import { changeTicket, makeCategory, replyAsAgent, replyAsCustomer, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { DeskTicket, DeskTicketDetail } from '../../plugin/contracts/desk';
import type { Views } from '../../plugin/contracts/desk-views';
import type { BusinessHours, DuePreview, ServiceLevelsAnswer, ServiceTarget } from '../../plugin/contracts/service-levels';
import type { AuditLine } from '../../plugin/contracts/settings';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let max: LoggedIn;
let category: string;

const always: BusinessHours = { timeZone: 'UTC', openings: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })), holidays: [] };
const target = (replyMinutes: number | null, resolutionMinutes: number | null, whom: Partial<ServiceTarget> = {}): ServiceTarget => ({ segment: null, priority: null, replyMinutes, resolutionMinutes, ...whom });
/** An answer within a minute more than an hour, a solution within four hours; urgent ones within ten minutes and one hour. */
const promised = { warnAtPercent: 50, targets: [target(61, 240), target(10, 60, { priority: 'urgent' })] };

interface Watch {
  noteDue(): Promise<void>;
}
const look = (): Promise<void> => portal<Watch>(desk.app, 'promise-watch').noteDue();
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
const then = <T>(minutes: number, work: () => Promise<T>): Promise<T> => at(desk.app, minutesAgo(minutes), work);
const sent = (subject: string, minutes: number) => then(minutes, () => sendRequest(desk.app, cora.customer, { category, subject, body: 'Words.' }));
const show = async (reference: string): Promise<DeskTicketDetail> => (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data;
const list = async (query: string): Promise<DeskTicket[]> => (await ada.get<DeskTicket[]>(`/tickets?${query}`)).data;
const subjects = async (query: string): Promise<string[]> => (await list(query)).map(({ subject }) => subject);
const told = async (reference: string): Promise<string[]> => (await show(reference)).events.filter(({ type }) => type.startsWith('sla.')).map(({ type, data }) => `${type} ${data.to}`);
const dueIn = (ticket: Pick<DeskTicket, 'due' | 'createdAt'>): number | null => ticket.due && Math.round((Date.parse(ticket.due.at) - Date.parse(ticket.createdAt)) / 60_000);

beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  ada = await desk.agent('Ada');
  max = await desk.agent('Max', ['hours.manage', 'service-levels.manage', 'audit.read']);
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

describe('before anything is promised', () => {
  test('no request is due', async () => {
    expect(await show(await sent('Unpromised', 5000))).toMatchObject({ due: null, promises: [] });
    await look();
    expect(await subjects('due=breached')).toEqual([]);
  });

  test('the desk is open on weekdays from nine to five, UTC', async () => {
    const { data } = await max.get<BusinessHours>('/business-hours');
    expect(data).toMatchObject({ timeZone: 'UTC', openings: [{ day: 1, from: '09:00', to: '17:00' }, {}, {}, {}, { day: 5 }], holidays: [] });
  });
});

describe('Max sets hours and targets', () => {
  test('sees when a ticket sent now would be due before he saves', async () => {
    const { data } = await max.post<DuePreview>('/service-levels/previews', promised);
    expect(data.dues).toHaveLength(2);
    const hours = await max.post<DuePreview>('/business-hours/previews', always);
    expect(hours.data).toMatchObject({ open: true, dues: [] });
    expect((await max.get<ServiceLevelsAnswer>('/service-levels')).data).toMatchObject({ targets: [], segments: [{ name: 'standard', title: '' }] });
  });

  test('saves them', async () => {
    expect((await max.put('/business-hours', always)).status).toBe(200);
    expect((await max.put<ServiceLevelsAnswer>('/service-levels', promised)).data).toMatchObject(promised);
    expect((await max.get<BusinessHours>('/business-hours')).data).toEqual(always);
    const { data: lines } = await max.get<AuditLine[]>('/settings/audit-entries');
    expect(lines).toMatchObject([{ what: 'service levels', action: 'changed', after: { targets: promised.targets } }, { what: 'business hours', after: { openings: always.openings } }]);
    const { data } = await max.post<DuePreview>('/business-hours/previews', always);
    expect(data.dues.map(({ replyDueAt }) => Math.round((Date.parse(replyDueAt!) - Date.parse(data.sentAt)) / 60_000))).toEqual([61, 10]);
  });

  test.each([
    ['/business-hours', { ...always, timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['/business-hours', { ...always, openings: [] }, 'openings'],
    ['/business-hours', { ...always, holidays: [{ name: 'x', from: '2026-02-30', to: '2026-03-01' }] }, 'holidays.0.from'],
    ['/service-levels', { ...promised, targets: [target(1, 2), target(3, 4)] }, 'targets.1.priority'],
    ['/service-levels', { ...promised, targets: [target(null, null)] }, 'targets.0.replyMinutes'],
    ['/service-levels', { ...promised, targets: [target(0, null)] }, 'targets.0.replyMinutes'],
    ['/service-levels', { ...promised, warnAtPercent: 100 }, 'warnAtPercent'],
    ['/service-levels', { ...promised, extra: 1 }, 'extra'],
  ])('but not what makes no sense: %s %#', async (path, body, fault) => {
    const refused = await max.put(path, body);
    expect(refused).toMatchObject({ status: 400, code: 'validation_failed' });
    expect(refused.error?.details.errors.map((each) => each.path)).toContain(fault);
    expect((await max.get<ServiceLevelsAnswer>('/service-levels')).data.targets).toHaveLength(2);
  });

  test('and requests that were open already are counted anew', async () => {
    await desk.settle();
    await look();
    const [old] = await list('q=Unpromised');
    expect(dueIn(old!)).toBe(61);
    expect(await subjects('due=breached')).toEqual(['Unpromised']);
    expect((await ada.get<Views>('/views')).data.counts.breaching).toBe(1);
  });
});

describe('a request', () => {
  test('is due from the moment it is sent', async () => {
    expect(dueIn(await show(await sent('Just sent', 0)))).toBe(61);
  });

  test('made urgent is due sooner, counted from its beginning', async () => {
    const reference = await sent('Made urgent', 5);
    await changeTicket(desk.app, ada.agent, reference, { priority: 'urgent' });
    expect(dueIn(await show(reference))).toBe(10);
  });

  test('waits while it is the customer’s turn, and goes on from there', async () => {
    const reference = await sent('Waits', 200);
    await then(170, () => replyAsAgent(desk.app, ada.agent, reference, 'Which lamp?'));
    const waiting = await show(reference);
    expect(waiting.due).toBeNull();
    expect(waiting.promises).toMatchObject([{ promise: 'reply', state: 'met' }, { promise: 'resolution', state: 'paused', minutesLeft: 210 }]);
    await then(60, () => replyAsCustomer(desk.app, cora.customer, reference, 'The green one.'));
    expect(dueIn(await show(reference))).toBe(200 - 60 + 210);
  });

  test('is no longer due once it is solved', async () => {
    const reference = await sent('Solved', 20);
    await changeTicket(desk.app, ada.agent, reference, { state: 'solved' });
    expect(await show(reference)).toMatchObject({ due: null, promises: [{}, { state: 'met' }] });
  });
});

describe('the agents', () => {
  test('are warned once, and told of the breach once, whoever looks how often', async () => {
    const reference = await sent('Late', 40);
    await Promise.all([look(), look()]);
    await look();
    expect(await told(reference)).toEqual(['sla.warned reply']);
    await at(desk.app, minutesAgo(-30), () => Promise.all([look(), look()]));
    await at(desk.app, minutesAgo(-31), look);
    expect(await told(reference)).toEqual(['sla.warned reply', 'sla.breached reply']);
  });

  test('of a late answer also when nobody looked before it was given', async () => {
    const reference = await sent('Answered late', 100);
    await replyAsAgent(desk.app, ada.agent, reference, 'Sorry for the wait.');
    expect(await told(reference)).toEqual(['sla.breached reply']);
    expect((await show(reference)).promises).toMatchObject([{ state: 'missed' }, { state: 'paused' }]);
  });

  test('narrow their list to what is overdue and what soon will be, and sort it by what is due first', async () => {
    await sent('Overdue', 70);
    await sent('Soon', 45);
    await sent('In time', 3);
    const [overdue, soon] = [await subjects('due=breached&state=active'), await subjects('due=soon&state=active')];
    expect(overdue).toContain('Overdue');
    expect(soon).toContain('Soon');
    for (const each of [overdue, soon]) expect(each).not.toContain('In time');
    expect(overdue.filter((each) => soon.includes(each))).toEqual([]);
    const sorted = await list('sort=dueAt&pageSize=100');
    const times = sorted.map(({ due }) => (due ? Date.parse(due.at) : Infinity));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(await ada.get('/tickets?due=never')).toMatchObject({ status: 400 });
  });

  test('find the change and its event kept together, told to others by the outbox', async () => {
    const reference = await sent('For others', 40);
    await look();
    const events = (await desk.app.db.query('plugin::portal.outbox').findMany({ where: { subject: reference, type: 'sla.warned' } })) as { payload: object }[];
    expect(events).toMatchObject([{ payload: { internal: true, data: { to: 'reply' } } }]);
  });
});

describe('Cora', () => {
  test('sees nothing of it: no word, no line, no later change', async () => {
    const reference = await sent('Hers', 70);
    // What was told of others' answers is counted before.
    await desk.settle();
    const before = (await cora.get(`/tickets/${reference}`)).text;
    await look();
    await desk.settle();
    expect(await told(reference)).toEqual(['sla.breached reply']);
    const after = await cora.get<object>(`/tickets/${reference}`);
    expect(after.text).toBe(before);
    const all = [after.text, (await cora.get('/tickets?pageSize=100')).text, (await cora.get(`/tickets/${reference}/events`)).text].join();
    expect(all).not.toMatch(/"(sla\.\w+|due\w*|warnAt|lookAt|promises|spentSeconds|\w+Alarm|segment)"/);
    expect(await cora.get('/tickets?due=breached')).toMatchObject({ status: 400 });
    expect(await cora.get('/tickets?sort=dueAt')).toMatchObject({ status: 400 });
  });
});

test('what is due is found by an index', async () => {
  const { client } = desk.app.db.dialect as { client: string };
  const explain = client === 'sqlite' ? 'explain query plan' : 'explain';
  if (client !== 'sqlite') await desk.app.db.connection.raw('set enable_seqscan = off');
  for (const [sql, index] of [["due_at <= '2026-01-01'", 'portal_tickets_due'], ["look_at <= '2026-01-01'", 'portal_tickets_look']]) {
    expect(JSON.stringify(await desk.app.db.connection.raw(`${explain} select id from portal_tickets where ${sql}`))).toContain(index);
  }
});
