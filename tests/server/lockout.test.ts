import { makeCustomer } from '../../database/seeds/builders/people';
import { codeFor, mailsTo } from '../support/mailbox';
import { bootDesk, type Desk } from '../support/strapi';
import type { Answer, Visitor } from '../support/visitor';

jest.setTimeout(120_000);
let desk: Desk;
beforeAll(async () => {
  desk = await bootDesk({ TRUST_PROXY: 'true', PORTAL_LOCKOUT: JSON.stringify({ freeTries: 4, firstDelaySeconds: 2, longestDelaySeconds: 600 }) });
});
afterAll(() => desk?.stop());

const right = 'Portal-demo-2026';
const from = (address: string) => ({ 'x-forwarded-for': address });
const tryOn = (who: Visitor, email: string, password: string, address: string): Promise<Answer<unknown>> => who.post('/auth/login', { email, password }, from(address));
const guess = (email: string, address: string, number = 0) => tryOn(desk.visitor(), email, `wrong password ${number}`, address);
const waitOf = ({ headers }: Answer<unknown>): number => Number(headers.get('retry-after'));

describe('somebody who forgot which password it was', () => {
  test('has some tries, then pauses that grow, and the right one ends them', async () => {
    const { email } = await makeCustomer(desk.app, 'Cleo', 'cleo@example.com');
    const first = [];
    for (let tries = 0; tries < 5; tries += 1) first.push(await guess(email, '203.0.113.1', tries));
    expect(first.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429]);
    expect(first[4]).toMatchObject({ code: 'too_many_requests' });
    expect(waitOf(first[4]!)).toBeLessThanOrEqual(2);
    // Not even the right one is looked at during a pause.
    expect((await tryOn(desk.visitor(), email, right, '203.0.113.1')).status).toBe(429);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await guess(email, '203.0.113.1')).status).toBe(401);
    const longer = await guess(email, '203.0.113.1');
    expect([longer.status, waitOf(longer)]).toEqual([429, 4]);
    await new Promise((resolve) => setTimeout(resolve, 4100));
    expect((await tryOn(desk.visitor(), email, right, '203.0.113.1')).status).toBe(200);
    expect((await guess(email, '203.0.113.1')).status).toBe(401);
  });

  test('does not slow down a colleague in the same office', async () => {
    const [one, other] = [await makeCustomer(desk.app, 'Nils', 'nils@example.com'), await makeCustomer(desk.app, 'Olga', 'olga@example.com')];
    for (let tries = 0; tries < 5; tries += 1) await guess(one.email, '203.0.113.2', tries);
    expect((await tryOn(desk.visitor(), other.email, right, '203.0.113.2')).status).toBe(200);
  });
});

test('a browser that is known for one account is a stranger’s for every other', async () => {
  const mallory = await desk.customer('Mallory');
  const { email } = await makeCustomer(desk.app, 'Vera', 'vera@example.com');
  const statuses = [];
  for (let tries = 0; tries < 5; tries += 1) statuses.push((await tryOn(mallory, email, `wrong ${tries}`, '203.0.113.8')).status);
  expect(statuses).toEqual([401, 401, 401, 401, 429]);
});

describe('a thousand wrong passwords for Cora, from forty addresses at once', () => {
  let cora: Visitor;
  const email = 'cora.bell@example.com';
  const attack = async (victim: string): Promise<number[]> => {
    const answers: Answer<unknown>[] = [];
    // A hundred at a time: more lines than that wait for each other, since both ends are in one process.
    for (let wave = 0; wave < 10; wave += 1) answers.push(...(await Promise.all(Array.from({ length: 100 }, (_each, number) => guess(victim, `198.51.100.${number % 40}`, wave * 100 + number)))));
    saidTo.set(victim, new Set([...answers.map(({ text }) => text.replace(/"retryAfter":\d+/, ''))].sort()));
    return answers.map(({ status }) => status);
  };
  /** What an attacker reads, but for the seconds. */
  const saidTo = new Map<string, Set<string>>();

  test('are nearly all refused unseen', async () => {
    cora = await desk.customer('Cora Bell');
    const statuses = await attack(email);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(80);
  });

  test('and in her usual browser she still gets in, at once, wherever she is', async () => {
    expect((await cora.post('/auth/logout')).status).toBe(200);
    expect((await tryOn(cora, email, right, '192.0.2.8')).status).toBe(200);
    // Even where the attack comes from.
    expect((await tryOn(cora, email, right, '198.51.100.3')).status).toBe(200);
  });

  test('she is told once, and the audit log knows it', async () => {
    await desk.settle();
    const told = (await mailsTo(desk, email)).filter(({ subject }) => subject.startsWith('Many attempts'));
    expect(told).toHaveLength(1);
    expect(told[0]!.text).toContain('/support/forgot-password');
    const entries = await desk.app.db.query('plugin::portal.audit-entry').findMany({ where: { action: 'slowed' } });
    expect(entries.map(({ who, what }: { who: string; what: string }) => [who, what])).toEqual([['portal', `customer ${email}`]]);
  });

  test('in a new browser the mailed link lets her in, whatever goes on', async () => {
    const phone = desk.visitor();
    await phone.post('/auth/password-reset-request', { email }, from('192.0.2.9'));
    const code = await codeFor(desk, email);
    expect((await phone.post('/auth/password-reset', { code, password: 'four words nobody guesses' }, from('192.0.2.9'))).status).toBe(200);
    expect((await tryOn(phone, email, 'four words nobody guesses', '192.0.2.9')).status).toBe(200);
  });

  test('an account that does not exist answers the same, attempt for attempt', async () => {
    const nobodys = await attack('nobody.at.all@example.com');
    expect(new Set(nobodys)).toEqual(new Set([401, 429]));
    expect(nobodys.filter((status) => status === 401).length).toBeLessThanOrEqual(80);
    expect(await mailsTo(desk, 'nobody.at.all@example.com')).toEqual([]);
    expect(saidTo.get('nobody.at.all@example.com')).toEqual(saidTo.get(email));
    expect(saidTo.get(email)?.size).toBe(2);
  });
});

test('a browser that tries many wrong passwords itself is slowed down too, and its cookie cannot be made or moved', async () => {
  const hal = await desk.customer('Hal');
  const statuses = [];
  for (let tries = 0; tries < 9; tries += 1) statuses.push((await tryOn(hal, 'hal@example.com', `wrong ${tries}`, '192.0.2.30')).status);
  expect(statuses).toEqual([...Array<number>(8).fill(401), 429]);
  const cookie = hal.cookies.get('portal_browser') ?? '';
  expect(cookie).toMatch(/^[0-9a-z]+\.[\w-]{16}\.[\w-]{32}$/);
  // One letter changed, it is a stranger's: the tries of a stranger begin.
  hal.cookies.set('portal_browser', `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`);
  expect((await tryOn(hal, 'hal@example.com', right, '192.0.2.30')).status).toBe(200);
});
