import { makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import type { DeskTicket, DeskTicketDetail } from '../../plugin/contracts/desk';
import type { MergePreview } from '../../plugin/contracts/merging';
import type { NewShareLink } from '../../plugin/contracts/sharing';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto, ada] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt'), await desk.agent('Ada')];
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const opened = (subject: string, by = cora) => sendRequest(desk.app, by.customer, { category, subject, body: `About ${subject}.`, files: [{ name: `${subject}.png`, bytes: smallPng }] });
const show = async (reference: string): Promise<DeskTicketDetail> => (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data;
const asCora = async (reference: string): Promise<TicketDetail> => (await cora.get<TicketDetail>(`/tickets/${reference}`)).data;
const preview = (from: string, into: string) => ada.get<MergePreview>(`/tickets/${from}/merge?into=${into}`);
const merge = (from: string, into: string, confirmation?: string | null) => ada.post(`/tickets/${from}/merge`, { into, ...(confirmation ? { confirmation } : {}) });
const nobodyElse = { requester: 'Cora Bell', participants: [], colleagues: null, links: 0 };

describe('two requests of Cora', () => {
  test('become one: messages in their order, notes, files, tags; Ada saw before what moves and who reads it', async () => {
    const [first, second] = [await opened('First'), await opened('Second')];
    await writeNote(desk.app, ada.agent, second, 'A secret of the desk.');
    await replyAsAgent(desk.app, ada.agent, first, 'An answer.');
    await ada.put(`/tickets/${second}`, { addTags: ['double'] });
    // What she has read before must not hide what came.
    await asCora(first);
    expect((await preview(second, first)).data).toEqual({ way: 'move', into: { reference: first, subject: 'First', state: 'pending' }, messages: 1, notes: 1, readers: { from: nobodyElse, into: nobodyElse }, confirmation: null });
    expect((await merge(second, first)).status).toBe(201);

    const whole = await show(first);
    expect(whole.comments.map(({ body }) => body)).toEqual(['About First.', 'About Second.', 'A secret of the desk.', 'An answer.']);
    expect(whole).toMatchObject({ state: 'open', turn: 'agent', messageCount: 3, tags: ['double'] });
    expect(whole.comments[1]?.attachments).toMatchObject([{ name: 'Second.png' }]);
    const hers = await asCora(first);
    expect(hers.comments.map(({ body }) => body)).toEqual(['About First.', 'About Second.', 'An answer.']);
    expect(JSON.stringify(hers)).not.toMatch(/secret/);
    expect((await cora.get(`/attachments/${hers.comments[1]?.attachments[0]?.id}`)).status).toBe(200);
    expect(hers.events.at(-1)).toMatchObject({ type: 'ticket.merged', data: { from: second } });
    const old = await asCora(second);
    expect(old).toMatchObject({ state: 'closed', comments: [], may: { reply: false, reopen: false }, reopenUntil: null });
    expect(old.events.map(({ type, data }) => `${type} ${data.to ?? ''}`)).toContain(`ticket.merged ${first}`);
    expect((await cora.get<{ reference: string }[]>('/tickets?q=about%20second')).data.map(({ reference }) => reference)).toEqual([first]);
  });

  test('make news of what came along, and wake the one that was put aside', async () => {
    const [first, second] = [await opened('Read and snoozed'), await opened('Unread')];
    await replyAsAgent(desk.app, ada.agent, first, 'An answer.');
    const { events } = await show(first);
    await ada.put(`/tickets/${first}/read-mark`, { event: events.at(-1)?.id });
    await ada.put(`/tickets/${first}`, { snoozeUntil: new Date(Date.now() + 86_400_000).toISOString() });
    await merge(second, first);
    expect((await ada.get<DeskTicket[]>(`/tickets?q=${first}`)).data).toMatchObject([{ state: 'open', unread: true, snoozedUntil: null }]);
    expect((await asCora(second)).may.invite).toBe(false);
    expect(await cora.post(`/tickets/${second}/share-links`, { days: 1 })).toMatchObject({ status: 409, code: 'ticket_merged' });
  });

  test('go on in one of them only', async () => {
    const [first, second, third] = [await opened('Goes on'), await opened('Ends'), await opened('Third')];
    await merge(second, first);
    expect(await cora.delete(`/tickets/${second}/closure`)).toMatchObject({ status: 409, code: 'ticket_merged' });
    expect(await ada.put(`/tickets/${second}`, { state: 'open' })).toMatchObject({ status: 409, code: 'ticket_merged' });
    expect(await ada.post(`/tickets/${second}/comments`, { body: 'x' })).toMatchObject({ status: 409, code: 'ticket_merged' });
    for (const [from, into] of [[second, first], [second, third], [third, second]] as const) expect(await merge(from, into)).toMatchObject({ status: 409, code: 'merge_refused' });
    expect((await merge(first, third)).status).toBe(201);
    expect((await asCora(third)).comments).toHaveLength(3);
  });

  test('take along a reply that is on its way', async () => {
    const [first, second] = [await opened('With held'), await opened('Held')];
    await ada.post(`/tickets/${second}/comments`, { body: 'On its way.', holdSeconds: 30 });
    await merge(second, first);
    expect((await show(first)).held).toMatchObject([{ body: 'On its way.' }]);
  });
});

test('who else would read the words is said before and confirmed, whoever comes later is not let in by it, and a link to the one that ends opens nothing afterwards', async () => {
  const [first, second] = [await opened('Shared'), await opened('Ending')];
  await cora.post(`/tickets/${first}/participants`, { email: otto.customer.email });
  await cora.post(`/tickets/${first}/share-links`, { days: 1 });
  const { data: link } = await cora.post<NewShareLink>(`/tickets/${second}/share-links`, { days: 1 });
  const opens = async (): Promise<number> => (await desk.visitor().get(`/shared/${link.token}`)).status;
  expect(await opens()).toBe(200);
  const { data } = await preview(second, first);
  expect(data.readers).toEqual({ from: { ...nobodyElse, links: 1 }, into: { ...nobodyElse, participants: [otto.customer.email], links: 1 } });
  expect(await merge(second, first)).toMatchObject({ status: 409, code: 'merge_unconfirmed' });
  await cora.post(`/tickets/${first}/participants`, { email: 'late@example.com' });
  expect(await merge(second, first, data.confirmation)).toMatchObject({ status: 409, code: 'merge_unconfirmed' });
  expect(await opens()).toBe(200);
  expect((await merge(second, first, (await preview(second, first)).data.confirmation)).status).toBe(201);
  expect(await opens()).toBe(404);
  expect((await otto.get<TicketDetail>(`/tickets/${first}`)).data.comments).toHaveLength(2);
  expect((await otto.get(`/tickets/${second}`)).status).toBe(404);
});

test('nobody’s words come to another: requests of two people do not become one, and one cannot be merged with itself', async () => {
  const [hers, his] = [await opened('Hers'), await opened('His', otto)];
  expect(await preview(hers, hers)).toMatchObject({ status: 409, code: 'merge_refused' });
  expect(await merge(hers, hers)).toMatchObject({ status: 409, code: 'merge_refused' });
  // Not even by mistake: without a word about it they are refused. What can be done is in working-together.test.ts.
  for (const confirmation of [undefined, 'invented']) expect(await merge(hers, his, confirmation)).toMatchObject({ status: 409, code: 'merge_unconfirmed' });
  expect((await asCora(hers)).comments).toHaveLength(1);
  expect((await otto.get<TicketDetail>(`/tickets/${his}`)).text).not.toContain('Hers');
  expect(await merge(hers, 'R-ZZZZZZ')).toMatchObject({ status: 404 });
  expect((await merge(hers, '')).status).toBe(400);
});

test('two merges against each other: one is done, the other refused, and nothing is lost', async () => {
  const [first, second] = [await opened('One way'), await opened('Other way')];
  const answers = await Promise.all([merge(first, second), merge(second, first)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await show(first)).comments.length + (await show(second)).comments.length).toBe(2);
});
