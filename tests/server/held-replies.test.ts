import { makeCategory, replyAsCustomer, sendRequest } from '../../database/seeds/builders/requests';
import { portal } from '../../database/seeds/builders/services';
import type { DeskTicketDetail, TakenBack } from '../../plugin/contracts/desk';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { mailsTo } from '../support/mailbox';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let bob: LoggedIn;
let category: string;

beforeAll(async () => {
  desk = await bootDesk();
  [cora, ada, bob] = [await desk.customer('Cora Bell'), await desk.agent('Ada'), await desk.agent('Bob')];
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const opened = (subject: string) => sendRequest(desk.app, cora.customer, { category, subject, body: `About ${subject}.` });
const hold = (reference: string, body: string, more: object = {}, by = ada) => by.post<DeskTicketDetail>(`/tickets/${reference}/comments`, { body, holdSeconds: 30, ...more });
const show = async (reference: string): Promise<DeskTicketDetail> => (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data;
const seenByCora = async (reference: string): Promise<TicketDetail> => (await cora.get<TicketDetail>(`/tickets/${reference}`)).data;
/** The job that sends, as if the time were over. */
const release = async (): Promise<void> => {
  await desk.app.db.query('plugin::portal.held-reply').updateMany({ where: {}, data: { releaseAt: new Date(Date.now() - 1000) } });
  await portal<{ releaseDue(): Promise<void> }>(desk.app, 'held-replies').releaseDue();
  await desk.settle();
};
const answersMailed = async (): Promise<number> => (await mailsTo(desk, cora.customer.email)).filter(({ text }) => text.includes('Held words')).length;

describe('a reply that Ada can still take back', () => {
  test('is there for agents and for nobody else: no message, no mail, no line, no change', async () => {
    const reference = await opened('Held');
    const before = await seenByCora(reference);
    const { status, data } = await hold(reference, 'Held words', { state: 'solved' });
    expect([status, data.held]).toEqual([202, [expect.objectContaining({ body: 'Held words', agent: { id: ada.agent.id, name: 'Ada' } })]]);
    await desk.settle();
    expect(await seenByCora(reference)).toEqual(before);
    expect((await cora.get('/tickets?q=held%20words')).data).toEqual([]);
    expect(await answersMailed()).toBe(0);
    expect(await show(reference)).toMatchObject({ state: 'new', messageCount: 1, comments: [{}] });
    await release();
    expect(await show(reference)).toMatchObject({ state: 'solved', messageCount: 2, held: [], comments: [{}, { body: 'Held words', author: { kind: 'agent', name: 'Ada' } }] });
    expect((await seenByCora(reference)).comments).toHaveLength(2);
    expect(await answersMailed()).toBe(1);
  });

  test('leaves closed what Cora closed meanwhile, unless Ada chose a state', async () => {
    const [closed, chosen] = [await opened('Closed meanwhile'), await opened('Closed, and chosen')];
    await hold(closed, 'Too late?');
    await hold(chosen, 'Once more', { state: 'open' });
    for (const reference of [closed, chosen]) await cora.post(`/tickets/${reference}/closure`);
    await release();
    expect([(await seenByCora(closed)).state, (await seenByCora(closed)).comments.length]).toEqual(['closed', 2]);
    expect((await seenByCora(chosen)).state).toBe('open');
  });

  test('goes back to her, with its files and state, and is never sent', async () => {
    const reference = await opened('Taken back');
    const file = (await ada.upload('a.png', new Uint8Array(smallPng))).data.id;
    const { data } = await hold(reference, 'Too early', { attachments: [file], state: 'on_hold' });
    const path = `/tickets/${reference}/held-replies/${data.held[0]?.id}`;
    expect(await bob.delete(path)).toMatchObject({ status: 409, code: 'already_sent' });
    expect((await ada.delete<TakenBack>(path)).data).toMatchObject({ body: 'Too early', attachments: [{ id: file, name: 'a.png' }], state: 'on_hold' });
    expect(await ada.delete(path)).toMatchObject({ status: 409, code: 'already_sent' });
    await release();
    expect(await show(reference)).toMatchObject({ state: 'new', messageCount: 1, held: [] });
  });

  test('cannot be taken back once it is sent, and is sent once however often the job looks', async () => {
    const reference = await opened('Sent once');
    const { data } = await hold(reference, 'Once');
    await Promise.all([release(), release()]);
    expect(await ada.delete(`/tickets/${reference}/held-replies/${data.held[0]?.id}`)).toMatchObject({ status: 409, code: 'already_sent' });
    expect((await show(reference)).comments.map(({ body }) => body)).toEqual(['About Sent once.', 'Once']);
  });

  test('leaves the turn to the agents when Cora wrote in those seconds', async () => {
    const reference = await opened('Crossed');
    await hold(reference, 'Is it solved?');
    await replyAsCustomer(desk.app, cora.customer, reference, 'It got worse.');
    await release();
    expect(await show(reference)).toMatchObject({ state: 'open', turn: 'agent', messageCount: 3 });
  });

  test('takes no file of another, no time beyond half a minute, and needs the right to reply', async () => {
    const reference = await opened('Refused');
    const file = (await bob.upload('b.png', new Uint8Array(smallPng))).data.id;
    expect((await hold(reference, 'x', { attachments: [file] })).error?.details.errors).toMatchObject([{ path: 'attachments', rule: 'not_allowed' }]);
    expect((await hold(reference, 'x', { holdSeconds: 31 })).status).toBe(400);
    const { data } = await hold(reference, 'Mine');
    const eve = await desk.agent('Eve', ['tickets.read', 'tickets.note', 'tickets.update', 'tickets.assign']);
    expect(await eve.delete(`/tickets/${reference}/held-replies/${data.held[0]?.id}`)).toMatchObject({ status: 403, code: 'access_refused' });
    expect((await cora.send('DELETE', `${desk.url}/portal/tickets/${reference}/held-replies/${data.held[0]?.id}`)).status).toBe(401);
    await release();
  });
});

describe('two agents on one request', () => {
  const last = async (reference: string): Promise<string> => (await show(reference)).comments.at(-1)?.id ?? '';
  const reply = (reference: string, body: string, more: object, by = ada) => by.post<DeskTicketDetail>(`/tickets/${reference}/comments`, { body, ...more });

  test('do not answer past each other: the second is told, and sends it anyway once it is read', async () => {
    const reference = await opened('Both');
    const seen = await last(reference);
    expect((await reply(reference, 'From Bob', { seen }, bob)).status).toBe(201);
    expect(await reply(reference, 'From Ada', { seen })).toMatchObject({ status: 409, code: 'newer_messages' });
    expect((await show(reference)).comments).toHaveLength(2);
    expect((await reply(reference, 'From Ada', { seen: await last(reference), anyway: true })).status).toBe(201);
    expect((await show(reference)).comments.map(({ body }) => body)).toEqual(['About Both.', 'From Bob', 'From Ada']);
  });

  test('nor past Cora, also when the reply would be held', async () => {
    const reference = await opened('Past Cora');
    const seen = await last(reference);
    await replyAsCustomer(desk.app, cora.customer, reference, 'One more thing.');
    for (const holdSeconds of [0, 10]) expect(await reply(reference, 'Done.', { seen, holdSeconds })).toMatchObject({ status: 409, code: 'newer_messages' });
    expect(await show(reference)).toMatchObject({ held: [], messageCount: 2 });
  });

  test('are told of a reply that is on its way; notes and own messages are no reason to wait', async () => {
    const reference = await opened('On its way');
    const seen = await last(reference);
    await hold(reference, 'Soon', {}, bob);
    expect(await reply(reference, 'Also', { seen })).toMatchObject({ status: 409, code: 'newer_messages' });
    expect((await reply(reference, 'Also', { seen, anyway: true })).status).toBe(201);
    await bob.post(`/tickets/${reference}/notes`, { body: 'A note.' });
    expect((await reply(reference, 'And more', { seen, anyway: true })).status).toBe(201);
    expect((await reply(reference, 'x', { seen: 'A'.repeat(43) })).error?.details.errors).toMatchObject([{ path: 'seen', rule: 'not_allowed' }]);
    await release();
  });

  test('see each other, and who writes, until one goes away', async () => {
    const reference = await opened('Seen together');
    const sign = (by: LoggedIn, writing: boolean) => by.put<{ others: object[]; lastEvent: number; held: number }>(`/tickets/${reference}/presence`, { writing });
    expect((await sign(ada, false)).data.others).toEqual([]);
    expect((await sign(bob, true)).data).toEqual({ others: [{ id: ada.agent.id, name: 'Ada', writing: false }], lastEvent: (await show(reference)).events.at(-1)?.id, held: 0 });
    expect((await sign(ada, false)).data.others).toEqual([{ id: bob.agent.id, name: 'Bob', writing: true }]);
    await bob.delete(`/tickets/${reference}/presence`);
    expect((await sign(ada, false)).data.others).toEqual([]);
    await sign(bob, false);
    await desk.app.db.query('plugin::portal.presence').updateMany({ where: { agentId: bob.agent.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await sign(ada, false)).data.others).toEqual([]);
    expect((await ada.put('/tickets/R-ZZZZZZ/presence', { writing: false })).status).toBe(404);
  });
});
