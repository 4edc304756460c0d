import { makeCustomer } from '../../database/seeds/builders/people';
import { bootDesk, type Desk } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
beforeAll(async () => {
  desk = await bootDesk({ PUBLIC_URL: 'https://help.example.com', TRUST_PROXY: 'true' });
  await makeCustomer(desk.app, 'Cora Bell', 'cora@example.com');
});
afterAll(() => desk?.stop());

const password = 'Portal-demo-2026';
const proxied = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'help.example.com', 'x-forwarded-for': '203.0.113.7' };

const flagsOf = (cookies: string[], name: string): string[] => (cookies.find((line) => line.startsWith(`${name}=`)) ?? '').toLowerCase().split('; ').slice(1);

describe('where the portal is reached over https', () => {
  test('the session cookie belongs to this host alone and never leaves over http', async () => {
    const { status, cookies } = await desk.visitor().post('/auth/login', { email: 'cora@example.com', password }, proxied);
    expect(status).toBe(200);
    expect(flagsOf(cookies, '__Host-portal_session')).toEqual(expect.arrayContaining(['secure', 'httponly', 'samesite=lax', 'path=/']));
    expect(cookies.join()).not.toMatch(/domain=/i);
  });

  test('Cora signs in also where nothing says that TLS ended before us, as when a page calls in process', async () => {
    const { status, cookies } = await desk.visitor().post('/auth/login', { email: 'cora@example.com', password });
    expect(status).toBe(200);
    expect(flagsOf(cookies, '__Host-portal_session')).toContain('secure');
  });

  test('a session without the prefix is none: another host of the domain could have set it', async () => {
    const { cookies } = await desk.visitor().post('/auth/login', { email: 'cora@example.com', password }, proxied);
    const token = /=([\w-]{43});/.exec(cookies[0] ?? '')?.[1];
    expect((await desk.visitor().get('/me', { cookie: `__Host-portal_session=${token}` })).status).toBe(200);
    expect((await desk.visitor().get('/me', { cookie: `portal_session=${token}` })).status).toBe(401);
  });

  test('drafts are kept under the same kind of cookie', async () => {
    const { status, cookies } = await desk.visitor().put('/drafts/new-request', { values: { subject: 'Half' } }, proxied);
    expect(status).toBe(200);
    expect(flagsOf(cookies, '__Host-portal_drafts')).toEqual(expect.arrayContaining(['secure', 'httponly']));
  });

  test('her session knows the address she came from, however long a header claims it is', async () => {
    const rows = desk.app.db.query('plugin::portal.session');
    await desk.visitor().post('/auth/login', { email: 'cora@example.com', password }, proxied);
    expect(await rows.count({ where: { address: '203.0.113.7' } })).toBeGreaterThan(0);
    const long = await desk.visitor().post('/auth/login', { email: 'cora@example.com', password }, { ...proxied, 'x-forwarded-for': 'a'.repeat(2000) });
    expect(long.status).toBe(200);
  });

  test('changes are taken from its own pages only', async () => {
    const from = (origin: string) => desk.visitor().post('/auth/logout', {}, { ...proxied, origin });
    expect((await from('https://help.example.com')).status).toBe(200);
    for (const origin of ['http://help.example.com', 'https://help.example.com:8443', 'https://evil.test', 'null']) {
      expect(await from(origin)).toMatchObject({ status: 403, code: 'origin_refused' });
    }
  });
});
