import { at } from '../../database/seeds/builders/services';
import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import { bootDesk, type Desk } from '../support/strapi';
import type { Answer, Visitor } from '../support/visitor';

jest.setTimeout(60_000);
let desk: Desk;
const perAddress = { signInsPerHour: 6, registrationsPerHour: 3, confirmationsPerHour: 4, resetsPerHour: 5, searchesPerMinute: 7, changesPerHour: 20, reportsPerHour: 4, mailFailuresPerHour: 3 };
beforeAll(async () => {
  desk = await bootDesk({
    PORTAL_ADDRESS_LIMITS: JSON.stringify(perAddress),
    PORTAL_SEARCHES_PER_MINUTE: '5',
    PORTAL_UPLOADS_PER_HOUR: '4',
    PORTAL_TICKETS_PER_DAY: '3',
    PORTAL_COMMENTS_PER_HOUR: '10',
    PORTAL_ACCOUNT_MAILS_PER_HOUR: '2',
    TRUST_PROXY: 'true',
    PORTAL_INBOUND_ADDRESS: 'support@example.com',
    PORTAL_INBOUND_SECRET: 'a secret that nobody guesses',
  });
});
afterAll(() => desk?.stop());

const from = (address: string) => ({ 'x-forwarded-for': address });
/** What the two fields say of one limit: its quota and window, what is left and until when. */
const said = ({ headers }: Answer<unknown>, name: string) => {
  const item = (field: string): string => (headers.get(field) ?? '').split(', ').find((each) => each.startsWith(`"${name}"`)) ?? '';
  const [, quota = '', window = ''] = /;q=(\d+);w=(\d+)$/.exec(item('ratelimit-policy')) ?? [];
  const [, left = '', reset = ''] = /;r=(\d+);t=(\d+)$/.exec(item('ratelimit')) ?? [];
  return { quota: Number(quota), window: Number(window), left: Number(left), reset: Number(reset) };
};
const login = (visitor: Visitor, address: string) => visitor.post('/auth/login', { email: 'nobody@example.com', password: 'never right at all' }, from(address));
const search = (visitor: Visitor, address: string) => visitor.get('/knowledge/search?q=rain', from(address));

describe('somebody at one address', () => {
  test('is told with every answer how many attempts are left, and with a refusal how long to wait', async () => {
    const answers = [];
    for (let tries = 0; tries < 7; tries += 1) answers.push(await login(desk.visitor(), '203.0.113.9'));
    expect(answers.slice(0, 6).map((each) => said(each, 'sign-ins').left)).toEqual([5, 4, 3, 2, 1, 0]);
    const refused = answers[6]!;
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
    const { quota, window, left, reset } = said(refused, 'sign-ins');
    expect([quota, window, left]).toEqual([6, 3600, 0]);
    expect(refused.headers.get('retry-after')).toBe(String(reset));
    expect(reset).toBeGreaterThan(3500);
  });

  test('does not use up what somebody elsewhere has', async () => {
    expect(said(await login(desk.visitor(), '203.0.113.77'), 'sign-ins').left).toBe(5);
  });

  test('has one limit for all addresses of his IPv6 network, and the network beside it another', async () => {
    for (const host of ['1', 'beef', '0:0:9']) await search(desk.visitor(), `2001:db8:5:7::${host}`);
    expect(said(await search(desk.visitor(), '2001:0db8:0005:0007:1:2:3:4'), 'searches').left).toBe(3);
    expect(said(await search(desk.visitor(), '2001:db8:5:8::1'), 'searches').left).toBe(6);
  });

  test('gets exactly as many through as there are when fifty come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => search(desk.visitor(), '198.51.100.4')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(43);
  });

  test.each([
    ['registrations', 'registrations', 3, 'register', { name: 'Nora', email: 'nora@example.com', password: 'only-she-knows-this' }],
    ['confirmations', 'confirmations', 4, 'email-confirmation', { code: 'x'.repeat(43) }],
    ['new passwords', 'resets', 5, 'password-reset', { code: 'x'.repeat(43), password: 'only-she-knows-this' }],
  ])('sends so many %s', async (_what, name, quota, path, body) => {
    for (let left = quota - 1; left >= 0; left -= 1) expect(said(await desk.visitor().post(`/auth/${path}`, body, from('192.0.2.5')), name).left).toBe(left);
    expect(await desk.visitor().post(`/auth/${path}`, body, from('192.0.2.5'))).toMatchObject({ status: 429, code: 'too_many_requests' });
  });

  test('who guesses the secret of received mails soon guesses in vain, even when right', async () => {
    const guess = (secret: string, address: string) => desk.visitor().send('POST', '/inbound-mail', 'From: a@example.com\n\nHi', { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822', ...from(address) });
    const refusals = [];
    for (let tries = 0; tries < 4; tries += 1) refusals.push((await guess(`guess number ${tries}`, '192.0.2.60')).status);
    expect(refusals).toEqual([403, 403, 403, 429]);
    expect((await guess('a secret that nobody guesses', '192.0.2.60')).status).toBe(429);
    expect((await guess('a secret that nobody guesses', '192.0.2.61')).status).toBe(200);
  });
});

test('nobody has many mails sent to one mail address, whether or not it has an account', async () => {
  const { customer } = await desk.customer('Mila');
  for (const [index, email] of [customer.email, 'nobody.at.all@example.com'].entries()) {
    const ask = () => desk.visitor().post('/auth/password-reset-request', { email }, from(`192.0.2.${20 + index}`));
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 429]);
    expect(said(answers[2]!, 'account-mails')).toMatchObject({ quota: 2, left: 0 });
  }
});

describe('a customer', () => {
  test('has limits of her own, whatever others do at the same address', async () => {
    const cora = await desk.customer('Cora Bell');
    const answers = await Promise.all(Array.from({ length: 9 }, () => search(cora, '198.51.100.4')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(said(await search(await desk.customer('Dan'), '198.51.100.4'), 'searches')).toMatchObject({ quota: 5, left: 4 });
  });

  test('is told how many files are left', async () => {
    const eva = await desk.customer('Eva');
    const png = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
    const answers = [];
    for (let sent = 0; sent < 5; sent += 1) answers.push(await eva.upload('a.png', png));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 429]);
    expect(answers.map((each) => said(each, 'uploads').left)).toEqual([3, 2, 1, 0, 0]);
  });

  test('is told the same of requests and messages, which count themselves', async () => {
    const fay = await desk.customer('Fay');
    const category = await makeCategory(desk.app, { name: 'Something else' });
    const request = { category, subject: 'Now', body: 'Words.' };
    await at(desk.app, new Date(Date.now() - 20 * 3_600_000), () => sendRequest(desk.app, fay.customer, request));
    const answers = [await fay.post('/tickets', request), await fay.post('/tickets', request), await fay.post('/tickets', request)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(answers.map((each) => said(each, 'requests').left)).toEqual([1, 0, 0]);
    const reply = await fay.post(`/tickets/${(answers[0]!.data as { reference: string }).reference}/comments`, { body: 'More.' });
    expect(said(reply, 'messages')).toMatchObject({ quota: 10, window: 3600, left: 7 });
    const { quota, window, reset } = said(answers[2]!, 'requests');
    expect([quota, window, String(reset)]).toEqual([3, 86_400, answers[2]!.headers.get('retry-after')]);
    expect(reset).toBeLessThanOrEqual(4 * 3600);
  });
});
