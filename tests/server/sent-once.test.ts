import { randomUUID } from 'node:crypto';
import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const counts = async (): Promise<number[]> => Promise.all(['ticket', 'comment', 'ticket-event', 'outbox', 'idempotency-key'].map((model) => desk.app.db.query(`plugin::portal.${model}` as 'plugin::portal.ticket').count()));
const withKey = (key: string = randomUUID()) => ({ 'idempotency-key': key });
const send = (key: object, body: object = {}, by = cora) => by.post<TicketDetail>('/tickets', { subject: 'Once', body: 'Only once.', category, ...body }, { ...key });

describe('a request with a key is made once', () => {
  test('when it is sent again: the same ticket, and 200 instead of 201', async () => {
    const key = withKey();
    const first = await send(key);
    const after = await counts();
    const again = await send(key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.data).toEqual(first.data);
    expect(await counts()).toEqual(after);
  });

  test('when it is sent five times at once', async () => {
    const key = withKey();
    const before = await counts();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ data }) => data.reference)).size).toBe(1);
    expect(await counts()).toEqual(before.map((count) => count + 1));
  });

  test('also with files, which only the first could take', async () => {
    const { data } = await cora.upload('a.png', new Uint8Array(smallPng));
    const key = withKey();
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(key, { attachments: [data.id] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(answers[0]?.data.attachments).toHaveLength(1);
  });

  test('and with other content it is refused, nothing sent', async () => {
    const key = withKey();
    await send(key);
    const before = await counts();
    expect(await send(key, { body: 'Something else.' })).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
    expect(await counts()).toEqual(before);
  });

  test('and after a refusal the same key sends what was mended', async () => {
    const key = withKey();
    expect((await send(key, { category: 'nowhere' })).status).toBe(400);
    expect((await send(key)).status).toBe(201);
  });

  test('even when its category was switched off in between', async () => {
    const { app } = desk;
    const closing = await makeCategory(app, { name: 'Closing' });
    const key = withKey();
    const first = await send(key, { category: closing });
    const ada = await desk.agent('Ada', ['tickets.read', 'categories.manage']);
    await ada.put(`/categories/${closing}`, { name: 'Closing', active: false });
    expect(await send(key, { category: closing })).toMatchObject({ status: 200, data: { reference: first.data.reference } });
  });

  test('and the same key of another customer is another key', async () => {
    const otto = await desk.customer('Otto Brandt');
    const key = withKey();
    const hers = await send(key);
    const his = await send(key, {}, otto);
    expect(his.status).toBe(201);
    expect(his.data.reference).not.toBe(hers.data.reference);
  });

  test('and a key of another form than ours is refused', async () => {
    for (const key of ['short', 'k'.repeat(101), 'with spaces in it']) expect((await send(withKey(key))).code).toBe('validation_failed');
  });
});

test('a reply with a key is written once, and 200 says that it was there', async () => {
  const reference = await sendRequest(desk.app, cora.customer, { category, subject: 'Replies', body: 'First.' });
  const key = withKey();
  const reply = (body = 'Second.') => cora.post<TicketDetail>(`/tickets/${reference}/comments`, { body }, key);
  const answers = [...(await Promise.all([reply(), reply(), reply()])), await reply()];
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
  expect(answers.at(-1)?.data).toMatchObject({ messageCount: 2, comments: [{ body: 'First.' }, { body: 'Second.' }] });
  expect(await reply('Third.')).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
  await cora.post(`/tickets/${reference}/closure`);
  expect((await reply()).status).toBe(200);
});
