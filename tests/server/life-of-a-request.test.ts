import { changeTicket, makeCategory, replyAsAgent, replyAsCustomer, sendRequest } from '../../database/seeds/builders/requests';
import { makeAgent, type Agent } from '../../database/seeds/builders/people';
import { at, portal } from '../../database/seeds/builders/services';
import type { RequesterPanel } from '../../plugin/contracts/desk';
import type { Rating, RatingChange } from '../../plugin/contracts/ratings';
import type { TicketDetail, TicketEvent } from '../../plugin/contracts/tickets';
import { mailsTo } from '../support/mailbox';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: Agent;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const ratings = () => portal<{ show(id: number, reference: string): Promise<Rating>; rate(id: number, reference: string, change: RatingChange): Promise<Rating> }>(desk.app, 'ratings');
const day = 24 * 3_600_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * day);
const opened = () => sendRequest(desk.app, cora.customer, { category, subject: 'A request', body: 'First words.' });
const show = async (reference: string): Promise<TicketDetail> => (await cora.get<TicketDetail>(`/tickets/${reference}`)).data;
const reply = (reference: string, body: unknown = { body: 'More words.' }) => cora.post<TicketDetail>(`/tickets/${reference}/comments`, body);
const close = (reference: string) => cora.post(`/tickets/${reference}/closure`);
const reopen = (reference: string) => cora.delete(`/tickets/${reference}/closure`);

describe('whose turn it is', () => {
  test('goes from the agents to Cora with an answer, and back with her reply', async () => {
    const reference = await opened();
    expect(await show(reference)).toMatchObject({ state: 'new', turn: 'agent' });
    await replyAsAgent(desk.app, ada, reference, 'What is the number?');
    expect(await show(reference)).toMatchObject({ state: 'pending', turn: 'requester' });
    expect((await reply(reference)).data).toMatchObject({ state: 'open', turn: 'agent', messageCount: 3 });
  });

  test('stays new while nobody has answered', async () => {
    const reference = await opened();
    expect((await reply(reference)).data).toMatchObject({ state: 'new', turn: 'agent' });
  });

  test('is told since when, and a second message of the same side does not start it again', async () => {
    const reference = await at(desk.app, daysAgo(3), opened);
    const { turnSince } = await show(reference);
    expect(new Date(turnSince)).toEqual(expect.any(Date));
    await reply(reference);
    expect((await show(reference)).turnSince).toBe(turnSince);
    await at(desk.app, daysAgo(2), () => replyAsAgent(desk.app, ada, reference, 'An answer.'));
    const waiting = await show(reference);
    expect(Date.parse(waiting.turnSince) - Date.parse(turnSince)).toBeCloseTo(day, -4);
    await at(desk.app, daysAgo(1), () => changeTicket(desk.app, ada, reference, { priority: 'low' }));
    expect((await show(reference)).turnSince).toBe(waiting.turnSince);
  });

  test('is nobody’s once it is solved, and her reply opens a solved request again', async () => {
    const reference = await opened();
    await changeTicket(desk.app, ada, reference, { state: 'solved' });
    expect(await show(reference)).toMatchObject({ state: 'solved', turn: 'nobody', may: { reply: true, close: true, reopen: false } });
    expect((await reply(reference)).data).toMatchObject({ state: 'open', turn: 'agent' });
  });
});

describe('Cora replies', () => {
  test('and reads the whole conversation in order, with everything that happened', async () => {
    const reference = await opened();
    await replyAsAgent(desk.app, ada, reference, 'An answer.');
    const { status, data } = await reply(reference, { body: 'Thank *you*.' });
    expect(status).toBe(201);
    expect(data.comments.map(({ body, author }) => [body, author.name])).toEqual([['First words.', 'Cora Bell'], ['An answer.', 'Ada Okafor'], ['Thank *you*.', 'Cora Bell']]);
    const { data: events } = await cora.get<TicketEvent[]>(`/tickets/${reference}/events`);
    expect(events).toEqual(data.events);
    expect(events.map(({ type, data: { from, to } }) => [type, from, to].filter(Boolean).join(' '))).toEqual([
      'ticket.opened',
      'comment.added',
      'ticket.state_changed new pending',
      'comment.added',
      'ticket.state_changed pending open',
    ]);
  });

  test('but not with nothing, nor with more than fifty thousand letters', async () => {
    const reference = await opened();
    for (const body of ['', '  \n', undefined, 5]) expect((await reply(reference, { body })).status).toBe(400);
    expect((await reply(reference, { body: 'b'.repeat(50_000) })).status).toBe(201);
    expect((await reply(reference, { body: 'b'.repeat(50_001) })).error?.details.errors).toMatchObject([{ path: 'body', rule: 'too_long', limit: 50_000 }]);
    expect((await reply(reference, { body: 'b', internal: true })).error?.details.errors).toMatchObject([{ path: 'internal', rule: 'unknown' }]);
  });

  test('twice at once, and both are kept', async () => {
    const reference = await opened();
    const answers = await Promise.all([reply(reference, { body: 'One.' }), reply(reference, { body: 'Two.' }), reply(reference, { body: 'Three.' })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { comments, messageCount } = await show(reference);
    expect([comments.length, messageCount]).toEqual([4, 4]);
  });
});

describe('Cora closes a request', () => {
  test('and it takes no reply until she has reopened it', async () => {
    const reference = await opened();
    expect(await close(reference)).toMatchObject({ status: 200, data: { reference, state: 'closed' } });
    expect(await show(reference)).toMatchObject({ state: 'closed', turn: 'nobody', may: { reply: false, close: false, reopen: true } });
    expect(await reply(reference)).toMatchObject({ status: 409, code: 'ticket_closed' });
    expect(await reopen(reference)).toMatchObject({ status: 200, data: { state: 'open' } });
    expect((await reply(reference)).data).toMatchObject({ state: 'open', turn: 'agent', closedAt: null, reopenUntil: null });
  });

  test('and closing or reopening twice changes nothing more', async () => {
    const reference = await opened();
    const answers = [await reopen(reference), ...(await Promise.all([close(reference), close(reference)])), ...(await Promise.all([reopen(reference), reopen(reference)]))];
    expect(answers.map(({ status, data }) => [status, (data as { state: string }).state])).toEqual([[200, 'new'], [200, 'closed'], [200, 'closed'], [200, 'open'], [200, 'open']]);
    expect((await show(reference)).events.map(({ type }) => type)).toEqual(['ticket.opened', 'ticket.closed', 'ticket.reopened']);
  });

  test('and may reopen it for fourteen days, of which she is told the last moment', async () => {
    const reference = await opened();
    await at(desk.app, new Date(daysAgo(14).getTime() + 60_000), () => changeTicket(desk.app, ada, reference, { state: 'closed' }));
    const closed = await show(reference);
    expect(Date.parse(closed.reopenUntil ?? '') - Date.parse(closed.closedAt ?? '')).toBe(14 * day);
    expect((await reopen(reference)).status).toBe(200);
  });

  test('and not a minute later', async () => {
    const reference = await opened();
    await at(desk.app, new Date(daysAgo(14).getTime() - 60_000), () => changeTicket(desk.app, ada, reference, { state: 'closed' }));
    expect((await show(reference)).may.reopen).toBe(false);
    expect(await reopen(reference)).toMatchObject({ status: 409, code: 'reopen_window_passed' });
    expect((await show(reference)).state).toBe('closed');
  });
});

test('a reply of hers lies where it was written when a request gets its past', async () => {
  const reference = await at(desk.app, daysAgo(9), opened);
  await at(desk.app, daysAgo(8), () => replyAsCustomer(desk.app, cora.customer, reference, 'A day later.'));
  const { comments, createdAt, updatedAt } = await show(reference);
  expect(comments[1]?.createdAt.slice(0, 10)).toBe(daysAgo(8).toISOString().slice(0, 10));
  expect([createdAt, updatedAt].map((moment) => moment.slice(0, 10))).toEqual([9, 8].map((days) => daysAgo(days).toISOString().slice(0, 10)));
});

describe('how Cora found it', () => {
  const solved = async (): Promise<string> => {
    const reference = await opened();
    await replyAsAgent(desk.app, ada, reference, 'It is done.');
    await changeTicket(desk.app, ada, reference, { state: 'solved' });
    return reference;
  };
  const rate = (reference: string, rating: unknown) => cora.put<Rating>(`/tickets/${reference}/rating`, rating);
  const seen = async (reference: string): Promise<RequesterPanel> => (await (bo ??= await desk.agent('Bo')).get<RequesterPanel>(`/tickets/${reference}/requester`)).data;
  let bo: LoggedIn | undefined;

  test('she says once it is solved, changes her mind for fourteen days, and the desk sees it', async () => {
    const reference = await solved();
    expect((await cora.get<Rating>(`/tickets/${reference}/rating`)).data).toMatchObject({ score: null, open: true });
    expect((await rate(reference, { score: 2, comment: 'Slow.' })).data).toMatchObject({ score: 2, comment: 'Slow.' });
    expect((await rate(reference, { score: 5 })).data).toMatchObject({ score: 5, comment: '' });
    expect(await seen(reference)).toMatchObject({ rating: { score: 5, comment: '' } });
    expect(await at(desk.app, new Date(Date.now() + 13.9 * day), () => ratings().show(cora.customer.customerId, reference))).toMatchObject({ open: true });
    await expect(at(desk.app, new Date(Date.now() + 14.1 * day), () => ratings().rate(cora.customer.customerId, reference, { score: 1, comment: '' }))).rejects.toMatchObject({ details: { code: 'rating_closed' } });
  });

  test('not before, and with a number of the five', async () => {
    expect(await rate(await opened(), { score: 5 })).toMatchObject({ status: 409, code: 'rating_closed' });
    const reference = await solved();
    for (const wrong of [{ score: 0 }, { score: 6 }, { score: 1.5 }, {}, { score: 5, comment: 'x'.repeat(2001) }]) expect(await rate(reference, wrong)).toMatchObject({ status: 400, code: 'validation_failed' });
  });

  test('by the link of the mail too, without signing in: it chooses, and only sending it saves', async () => {
    const reference = await solved();
    const mail = (await mailsTo(desk, cora.customer.email)).find(({ subject }) => subject.includes(`${reference}] Solved`));
    const links = [...(mail?.text ?? '').matchAll(/rate\/([\w-]+)\?score=(\d)/g)];
    expect(links.map(([, , score]) => score)).toEqual(['5', '4', '3', '2', '1']);
    const [token, stranger] = [links[0]?.[1] ?? '', desk.visitor()];
    expect((await stranger.get<Rating>(`/ratings/${token}`)).data).toMatchObject({ reference, subject: 'A request', score: null });
    expect((await stranger.put<Rating>(`/ratings/${token}`, { score: 4, comment: 'Good.' })).data).toMatchObject({ score: 4 });
    for (const forged of [token.replace(/^\d+/, '1'), token.replace(/-\d+-/, '-999-'), token.slice(0, -1), '0-0-0']) expect((await stranger.put(`/ratings/${forged}`, { score: 1 })).status).toBe(404);
    expect((await cora.get<Rating>(`/tickets/${reference}/rating`)).data).toMatchObject({ score: 4, comment: 'Good.' });
  });

  test('also of single answers: helpful or not, the last word counts; her own messages have none', async () => {
    const reference = await solved();
    const [own, answer] = (await show(reference)).comments;
    const vote = (id: string | undefined, helpful: boolean) => cora.put(`/tickets/${reference}/comments/${id}/vote`, { helpful });
    expect((await vote(answer?.id, false)).status).toBe(200);
    expect((await vote(answer?.id, true)).status).toBe(200);
    expect((await vote(own?.id, true)).status).toBe(404);
    expect((await show(reference)).comments.map(({ helpful }) => helpful)).toEqual([null, true]);
    expect(await seen(reference)).toMatchObject({ votes: { helpful: 1, not: 0 } });
  });
});
