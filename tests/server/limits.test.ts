import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import { at } from '../../database/seeds/builders/services';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let category: string;
beforeAll(async () => {
  desk = await bootDesk({ PORTAL_TICKETS_PER_DAY: '3', PORTAL_COMMENTS_PER_HOUR: '4' });
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const minute = 60_000;
const hour = 60 * minute;
const ago = (milliseconds: number): Date => new Date(Date.now() - milliseconds);
const request = (subject: string) => ({ category, subject, body: 'Words.' });
const sentAgo = (customer: SignedIn, milliseconds: number) => at(desk.app, ago(milliseconds), () => sendRequest(desk.app, customer.customer, request('Earlier')));
const send = (customer: SignedIn) => customer.post('/tickets', request('Now'));
const reply = (customer: SignedIn, reference: string) => customer.post(`/tickets/${reference}/comments`, { body: 'More.' });
const waitOf = ({ headers, error }: Awaited<ReturnType<typeof send>>): number => {
  expect(headers.get('retry-after')).toBe(String(error?.details.retryAfter));
  return Number(headers.get('retry-after'));
};

describe('three requests a day', () => {
  test('and the fourth is told how long to wait: until the oldest of the three is a day old', async () => {
    const cora = await desk.customer('Cora Bell');
    await sentAgo(cora, 25 * hour);
    await sentAgo(cora, 23 * hour);
    await sentAgo(cora, 2 * hour);
    expect((await send(cora)).status).toBe(201);
    const refused = await send(cora);
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
    const wait = waitOf(refused);
    expect(wait).toBeGreaterThan(3600 - 60);
    expect(wait).toBeLessThanOrEqual(3600);
  });

  test('and after that time it goes', async () => {
    const carl = await desk.customer('Carl');
    for (const age of [24 * hour - minute, 2 * hour, hour]) await sentAgo(carl, age);
    const wait = waitOf(await send(carl));
    await desk.app.db.query('plugin::portal.ticket').updateMany({ where: { requesterId: carl.customer.customerId, createdAt: { $lt: ago(23 * hour) } }, data: { createdAt: ago(24 * hour - minute + wait * 1000) } });
    expect((await send(carl)).status).toBe(201);
  });

  test('are counted for each customer alone', async () => {
    const dora = await desk.customer('Dora');
    for (const age of [3 * hour, 2 * hour, hour]) await sentAgo(dora, age);
    expect((await send(dora)).status).toBe(429);
    expect((await send(await desk.customer('Emil'))).status).toBe(201);
  });

  test('stay three when ten are sent at once', async () => {
    const fay = await desk.customer('Fay');
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(fay)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test('and what was refused has left nothing behind', async () => {
    const gus = await desk.customer('Gus');
    for (const age of [3 * hour, 2 * hour, hour]) await sentAgo(gus, age);
    const count = () => Promise.all(['ticket', 'comment', 'outbox'].map((model) => desk.app.db.query(`plugin::portal.${model}` as 'plugin::portal.ticket').count()));
    const before = await count();
    await gus.post('/tickets', request('Now'), { 'idempotency-key': 'refused-for-now' });
    expect(await count()).toEqual(before);
  });
});

describe('four messages an hour', () => {
  test('and the next is told how long to wait: until the oldest of the four is an hour old', async () => {
    const hal = await desk.customer('Hal');
    const reference = await sentAgo(hal, 2 * hour);
    for (const age of [50, 40, 30, 20]) await at(desk.app, ago(age * minute), () => sendRequest(desk.app, hal.customer, request('Its first message counts')));
    const refused = await reply(hal, reference);
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
    const wait = waitOf(refused);
    expect(wait).toBeGreaterThan(600 - 60);
    expect(wait).toBeLessThanOrEqual(600);
  });

  test('stay four when nine are sent at once', async () => {
    const ida = await desk.customer('Ida');
    const reference = await sentAgo(ida, 2 * hour);
    const answers = await Promise.all(Array.from({ length: 9 }, () => reply(ida, reference)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  test('do not stop her from closing, reading or answering later', async () => {
    const jo = await desk.customer('Jo');
    const reference = await sentAgo(jo, 2 * hour);
    for (let sent = 0; sent < 4; sent += 1) await reply(jo, reference);
    expect((await reply(jo, reference)).status).toBe(429);
    expect((await jo.get(`/tickets/${reference}`)).status).toBe(200);
    expect((await jo.post(`/tickets/${reference}/closure`)).status).toBe(200);
  });
});
