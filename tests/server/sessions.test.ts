import { makeCustomer } from '../../database/seeds/builders/people';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
});
afterAll(() => desk?.stop());

const user = () => desk.app.db.query('plugin::users-permissions.user');
const customer = () => desk.app.db.query('plugin::portal.customer');
const day = 24 * 3_600_000;

describe('a session', () => {
  test('is a cookie that no script reads and no other site sends; over http without Secure, or it would be dropped', async () => {
    const { cookies } = await desk.visitor().post('/auth/login', { email: cora.customer.email, password: 'Portal-demo-2026' });
    // The other one says that this browser is known for her account: lockout.test.ts.
    expect(cookies.map((line) => line.split('=')[0])).toEqual(['portal_session', 'portal_browser']);
    for (const line of cookies) expect(line).toMatch(/; path=\/; .*; samesite=lax; httponly$/);
    const [, ...flags] = (cookies[0] ?? '').split(/=[\w-]{43}; |; /);
    expect(flags.filter((flag) => !flag.startsWith('expires')).sort()).toEqual(['httponly', 'path=/', 'samesite=lax']);
  });

  test('is stored as a hash only', async () => {
    const token = cora.cookies.get('portal_session') ?? '';
    const rows = await desk.app.db.query('plugin::portal.session').findMany({});
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('is nothing that can be guessed or sent twice', async () => {
    for (const cookie of ['portal_session=', `portal_session=${'a'.repeat(43)}`, 'portal_session=%00', `portal_session=${'a'.repeat(9000)}`]) {
      expect((await desk.visitor().get('/me', { cookie })).status).toBe(401);
    }
  });

  test('ends after thirty days, and after two weeks without a visit', async () => {
    const sessions = desk.app.db.query('plugin::portal.session');
    const ends = async (data: object): Promise<number> => {
      const browser = await desk.signIn(cora.customer);
      const [{ id }] = (await sessions.findMany({ orderBy: { id: 'desc' }, limit: 1 })) as [{ id: number }];
      await sessions.update({ where: { id }, data });
      return (await browser.get('/me')).status;
    };
    expect(await ends({ expiresAt: new Date(Date.now() - 1000) })).toBe(401);
    expect(await ends({ lastSeenAt: new Date(Date.now() - 14 * day - 1000) })).toBe(401);
    expect(await ends({ lastSeenAt: new Date(Date.now() - 13 * day) })).toBe(200);

    // Shorter times hold for sessions that are open already; longer ones only for those that begin then.
    const max = await desk.agent('Max', ['settings.change']);
    await max.put('/settings/policy', { changes: { 'authentication.sessionDays': 5, 'authentication.idleDays': 2 } });
    expect(await ends({ lastSeenAt: new Date(Date.now() - 3 * day) })).toBe(401);
    expect(await ends({ createdAt: new Date(Date.now() - 6 * day), lastSeenAt: new Date() })).toBe(401);
    expect(await ends({ createdAt: new Date(Date.now() - 4 * day), lastSeenAt: new Date(Date.now() - day) })).toBe(200);
    const { cookies } = await desk.visitor().post('/auth/login', { email: cora.customer.email, password: 'Portal-demo-2026' });
    const expires = Date.parse(/expires=([^;]+)/i.exec(cookies[0] ?? '')?.[1] ?? '');
    expect(Math.round((expires - Date.now()) / day)).toBe(5);
    await max.put('/settings/policy', { changes: { 'authentication.sessionDays': null, 'authentication.idleDays': null } });
  });
});

describe('access is taken away at once', () => {
  test.each([
    ['portal access is withdrawn', (userId: number) => customer().update({ where: { userId }, data: { portalAccess: false } })],
    ['an admin blocks the user', (userId: number) => user().update({ where: { id: userId }, data: { blocked: true } })],
    ['the user is deleted', (userId: number) => user().delete({ where: { id: userId } })],
  ])('when %s', async (_why, takeAway) => {
    const email = `leaver${Math.random()}@example.com`;
    const leaver = await desk.signIn(await makeCustomer(desk.app, 'Lee Aver', email));
    expect((await leaver.get('/tickets')).status).toBe(200);
    await takeAway(leaver.customer.userId);
    expect((await leaver.get('/tickets')).status).toBe(401);
    const again = await desk.visitor().post('/auth/login', { email, password: 'Portal-demo-2026' });
    expect(again).toMatchObject({ status: 401, code: 'wrong_credentials' });
  });
});

describe('Cora looks at her account', () => {
  test('and is told of herself only what the contract names', async () => {
    const { data } = await cora.get<object>('/me');
    expect(Object.keys(data).sort()).toEqual(['email', 'language', 'name', 'policy', 'theme', 'timeZone', 'unread']);
    expect(data).toMatchObject({ name: 'Cora Bell', policy: { priorities: ['low', 'normal', 'high'], limits: { reopenWindowDays: 14 } } });
    expect(JSON.stringify(data)).not.toMatch(/password|rateLimiting|userId|segment/);
  });

  test('sees her own sessions, the current one marked, and nobody else’s', async () => {
    const dora = await desk.customer('Dora Lane');
    const phone = await desk.signIn(dora.customer);
    await phone.get('/me', { 'user-agent': 'never stored after signing in' });
    const { data } = await dora.get<{ current: boolean; device: string }[]>('/me/sessions');
    expect(data).toHaveLength(2);
    expect(data.filter(({ current }) => current)).toHaveLength(1);
    const fifteenDays = { lastSeenAt: new Date(Date.now() - 15 * day) };
    await desk.app.db.query('plugin::portal.session').updateMany({ where: { customerId: dora.customer.customerId }, data: fifteenDays });
    const again = await desk.signIn(dora.customer);
    expect((await again.get('/me/sessions')).data).toHaveLength(1);
    expect(Object.keys(data[0] ?? {}).sort()).toEqual(['address', 'createdAt', 'current', 'device', 'id', 'kind', 'lastSeenAt']);
  });

  test('changes name, language, time zone and theme', async () => {
    const change = { name: 'Cora B. Bell', language: 'de', timeZone: 'Europe/Berlin', theme: 'dark' };
    expect((await cora.patch('/me', change)).data).toMatchObject(change);
    expect((await cora.get('/me')).data).toMatchObject(change);
    expect((await cora.patch('/me', { name: '  Cora Bell ' })).data).toMatchObject({ name: 'Cora Bell', language: 'de' });
    expect((await cora.patch('/me', {})).status).toBe(200);
  });

  test('and nothing else of it', async () => {
    for (const extra of ['email', 'segment', 'portalAccess', 'userId', 'id', 'password', 'createdAt']) {
      const { status, error } = await cora.patch('/me', { [extra]: 'premium' });
      expect([status, error?.details.errors]).toEqual([400, [expect.objectContaining({ path: extra, rule: 'unknown' })]]);
    }
    const wrong = { name: '   ', language: 'fr', timeZone: 'Mars/Olympus', theme: 'pink' };
    const { error } = await cora.patch('/me', wrong);
    expect(error?.details.errors.map(({ path, rule }) => `${path} ${rule}`)).toEqual(['name required', 'language not_allowed', 'timeZone not_allowed', 'theme not_allowed']);
  });
});
