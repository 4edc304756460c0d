import { closeRequest, makeCategory, replyAsCustomer, sendRequest } from '../../database/seeds/builders/requests';
import { portal } from '../../database/seeds/builders/services';
import type { DeskTicket, DeskTicketDetail, TicketsChanged } from '../../plugin/contracts/desk';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let category: string;
const hour = 3_600_000;
const inHours = (count: number): string => new Date(Date.now() + count * hour).toISOString();

beforeAll(async () => {
  desk = await bootDesk();
  [cora, ada] = [await desk.customer('Cora Bell'), await desk.agent('Ada')];
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const opened = (subject: string) => sendRequest(desk.app, cora.customer, { category, subject, body: `About ${subject}.` });
const change = (reference: string, to: object) => ada.put<DeskTicketDetail>(`/tickets/${reference}`, to);
const show = async (reference: string): Promise<DeskTicketDetail> => (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data;
const lines = ({ events }: DeskTicketDetail): string[] => events.map(({ type, data: { from, to } }) => [type, from, to].filter(Boolean).join(' '));
const list = async (query: string): Promise<string[]> => {
  // Words are found once their event was told.
  await desk.settle();
  return (await ada.get<DeskTicket[]>(`/tickets?${query}`)).data.map(({ subject }) => subject).sort();
};
/** The job that wakes, as if the time had come. */
const wake = async (reference: string): Promise<void> => {
  await desk.app.db.query('plugin::portal.ticket').updateMany({ where: { reference }, data: { snoozedUntil: new Date(Date.now() - hour) } });
  await portal<{ wakeDue(): Promise<void> }>(desk.app, 'snoozes').wakeDue();
};

describe('Ada tags a request', () => {
  test('with words in small letters, each once, and finds it by them', async () => {
    const reference = await opened('With words');
    const { status, data } = await change(reference, { addTags: ['VIP', ' late delivery ', 'vip'] });
    expect([status, data.tags]).toEqual([200, ['late delivery', 'vip']]);
    expect(lines(data)).toContain('ticket.tagged vip, late delivery');
    expect(await list('tag=vip')).toEqual(['With words']);
    expect((await ada.get<DeskTicket[]>('/tickets?tag=vip')).data).toMatchObject([{ tags: ['late delivery', 'vip'] }]);
    expect((await change(reference, { addTags: ['vip'] })).data.events).toHaveLength(2);
    const { data: after } = await change(reference, { removeTags: ['vip', 'never there'] });
    expect([after.tags, lines(after).at(-1)]).toEqual([['late delivery'], 'ticket.untagged vip']);
    expect((await ada.get('/tags')).data).toEqual(['late delivery']);
  });

  test('with twenty at most, and no word that a list could not hold', async () => {
    const reference = await opened('Many tags');
    const twenty = Array.from({ length: 20 }, (_, n) => `tag ${n}`);
    expect((await change(reference, { addTags: twenty })).data.tags).toHaveLength(20);
    expect((await change(reference, { addTags: ['one more'] })).error?.details.errors).toMatchObject([{ path: 'addTags', rule: 'too_long', limit: 20 }]);
    for (const tag of ['', 'a,b', '-', 'x'.repeat(41), 'a\nb']) expect((await change(reference, { addTags: [tag] })).status).toBe(400);
    await change(reference, { removeTags: twenty });
  });
});

describe('a request that Ada snoozes', () => {
  test('is out of the open ones until its time comes, and is news then', async () => {
    const reference = await opened('Later');
    const { data } = await change(reference, { snoozeUntil: inHours(2) });
    expect(data.snoozedUntil).not.toBeNull();
    expect([await list('state=active&snoozed=no&q=later'), await list('snoozed=yes&q=later')]).toEqual([[], ['Later']]);
    await ada.put(`/tickets/${reference}/read-mark`, { event: data.events.at(-1)?.id });
    await wake(reference);
    expect(await list('state=active&snoozed=no&unread=yes&q=later')).toEqual(['Later']);
    expect((await show(reference)).events.at(-1)).toMatchObject({ type: 'ticket.woken', actor: { kind: 'system' } });
  });

  test('comes back with Cora’s reply, and only once', async () => {
    const reference = await opened('Sooner');
    await change(reference, { snoozeUntil: inHours(2), state: 'pending' });
    await replyAsCustomer(desk.app, cora.customer, reference, 'News.');
    expect(await show(reference)).toMatchObject({ snoozedUntil: null, state: 'open' });
    await portal<{ wakeDue(): Promise<void> }>(desk.app, 'snoozes').wakeDue();
    expect((await show(reference)).events.filter(({ type }) => type === 'ticket.woken')).toMatchObject([{ actor: { kind: 'customer' } }]);
  });

  test('comes back when Ada wants it, and is not snoozed any more once it is done', async () => {
    const reference = await opened('Back now');
    await change(reference, { snoozeUntil: inHours(2) });
    expect((await change(reference, { snoozeUntil: null })).data).toMatchObject({ snoozedUntil: null });
    await change(reference, { snoozeUntil: inHours(2) });
    await closeRequest(desk.app, cora.customer, reference);
    expect((await show(reference)).snoozedUntil).toBeNull();
  });

  test('not into the past, not for years, not when it is done', async () => {
    const reference = await opened('Never');
    for (const snoozeUntil of [inHours(-1), inHours(24 * 400), 'tomorrow']) expect((await change(reference, { snoozeUntil })).error?.details.errors).toMatchObject([{ path: 'snoozeUntil' }]);
    expect((await change(reference, { state: 'solved', snoozeUntil: inHours(1) })).status).toBe(400);
    expect(await show(reference)).toMatchObject({ state: 'new', snoozedUntil: null });
  });

  test('is for Cora as it was: she sees neither tag nor snooze', async () => {
    const reference = await opened('Hers to see');
    await change(reference, { addTags: ['difficult'], snoozeUntil: inHours(3) });
    for (const path of [`/tickets/${reference}`, `/tickets/${reference}/events`, '/tickets']) expect(JSON.stringify((await cora.get(path)).data)).not.toMatch(/difficult|snooz|tagged|woken|unread/i);
  });
});

describe('Ada changes several requests at once', () => {
  const many = (references: string[], wanted: object) => ada.post<TicketsChanged>('/tickets/changes', { references, change: wanted });

  test('each by itself, with its own lines in its timeline', async () => {
    const references = [await opened('Bulk one'), await opened('Bulk two')];
    const { status, data } = await many(references, { assignee: ada.agent.id, state: 'on_hold', addTags: ['batch'] });
    expect([status, data]).toEqual([200, { changed: references, failed: [] }]);
    for (const reference of references) expect(lines(await show(reference))).toEqual(['ticket.opened', 'ticket.state_changed new on_hold', 'ticket.assigned Ada', 'ticket.tagged batch']);
  });

  test('and hears which could not be, while the others are', async () => {
    const [open, done] = [await opened('Bulk open'), await opened('Bulk done')];
    await change(done, { state: 'solved' });
    const { status, data } = await many([done, 'R-ZZZZZZ', open, open], { snoozeUntil: inHours(1), priority: 'high' });
    expect(status).toBe(200);
    expect(data.changed).toEqual([open]);
    expect(data.failed.map(({ reference, code }) => [reference, code])).toEqual([[done, 'validation_failed'], ['R-ZZZZZZ', 'not_found']]);
    expect((await show(done)).priority).toBe('normal');
    expect((await show(open)).priority).toBe('high');
  });

  test('a hundred at most', async () => {
    expect((await many(Array.from({ length: 101 }, (_, n) => `R-${n}`), { state: 'open' })).status).toBe(400);
    expect((await many([], { state: 'open' })).status).toBe(400);
  });
});
