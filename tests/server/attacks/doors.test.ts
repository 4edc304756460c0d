import { io } from 'socket.io-client';
import { codeOf, forgetProof, forgetUsedCodes, setUpApp } from '../../support/two-factor';
import { demoPassword, makeCustomer } from '../../../database/seeds/builders/people';
import { portal } from '../../../database/seeds/builders/services';
import { customersNamespace, socketPath } from '../../../plugin/contracts/socket-address';
import { configure } from '../../support/configured';
import { codeFor, mailsTo } from '../../support/mailbox';
import { bootProviderDesk, type ProviderDesk } from '../../support/provider-desk';
import type { Desk, SignedIn } from '../../support/strapi';
import type { Visitor } from '../../support/visitor';

jest.setTimeout(120_000);
let at: ProviderDesk;
let desk: Desk;
beforeAll(async () => {
  // As behind two proxies of one's own, of which the nearest adds what the other told it.
  at = await bootProviderDesk({ PORTAL_SIGN_IN_METHOD: 'token', TRUST_PROXY: 'true', PORTAL_PROXIES: '2', PORTAL_LIVE_PER_ADDRESS: '2' });
  ({ desk } = at);
});
afterAll(() => at?.stop());

let people = 0;
const somebody = (name = 'Somebody'): Promise<SignedIn> => desk.customer(`${name} ${(people += 1)}`);
const outside = (path: string, body: object): Promise<{ status: number; text: string }> => desk.visitor().send('POST', `${desk.url}${path}`, JSON.stringify(body), { 'content-type': 'application/json' });

/** A live connection of somebody, from an address behind both proxies. */
const socketOf = ({ cookie }: Visitor, address: string) =>
  io(`${desk.url}${customersNamespace}`, { path: socketPath, transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { cookie, 'x-forwarded-for': `${address}, 10.0.0.1` } });

describe('Strapi’s own doors beside ours', () => {
  test('users-permissions lets nobody in, and tells nobody who has an account', async () => {
    const cora = await somebody('Cora');
    const { email } = cora.customer;
    const [known, changed] = [{ identifier: email, password: demoPassword }, { password: 'another one 2026', passwordConfirmation: 'another one 2026' }];
    const calls: [string, object][] = [['/api/auth/local', known], ['/API/Auth/Local', known], ['/api/auth/local/', known], ['/api/auth/local/register', { username: email, email, password: demoPassword }]];
    calls.push(['/api/auth/forgot-password', { email }], ['/api/auth/reset-password', { code: 'x', ...changed }], ['/api/auth/change-password', { currentPassword: demoPassword, ...changed }], ['/api/auth/refresh', { refreshToken: 'x' }]);
    for (const [path, body] of calls) {
      const { status, text } = await outside(path, body);
      expect([path, status]).toEqual([path, 404]);
      expect(text).not.toMatch(/taken|invalid|jwt/i);
    }
    expect((await desk.visitor().send('GET', `${desk.url}/api/connect/google`)).status).toBe(404);
  });
});

describe('sessions', () => {
  test('a cookie that was copied before somebody signs in anew opens nothing afterwards', async () => {
    const cora = await somebody('Cora');
    const thief = desk.visitor();
    for (const [name, value] of cora.cookies) thief.cookies.set(name, value);
    expect((await thief.get('/me')).status).toBe(200);
    await cora.post('/auth/login', { email: cora.customer.email, password: demoPassword });
    expect((await thief.get('/me')).status).toBe(401);
    expect((await cora.get<unknown[]>('/me/sessions')).data).toHaveLength(1);
  });

  test('signing in as somebody else ends the session of the one before, not that of his other device', async () => {
    const [first, second] = [await somebody('First'), await somebody('Second')];
    const elsewhere = await desk.signIn(first.customer);
    const copied = desk.visitor();
    for (const [name, value] of first.cookies) copied.cookies.set(name, value);
    await first.post('/auth/login', { email: second.customer.email, password: demoPassword });
    expect([(await copied.get('/me')).status, (await elsewhere.get('/me')).status]).toEqual([401, 200]);
  });

  test('an app’s token is no cookie, a cookie no token, and a refresh token neither', async () => {
    const cora = await somebody('Cora');
    const { data } = await desk.visitor().post<{ accessToken: string; refreshToken: string }>('/auth/login', { email: cora.customer.email, password: demoPassword, mode: 'token' });
    const asCookie = desk.visitor();
    asCookie.cookies.set('portal_session', data.accessToken);
    expect((await asCookie.get('/me')).status).toBe(401);
    for (const token of [cora.cookies.get('portal_session') ?? '', data.refreshToken]) expect((await desk.visitor().get('/me', { authorization: `Bearer ${token}` })).status).toBe(401);
    for (const path of ['/me/verification/mails', '/me/password', '/me/app-tokens', '/me/exports', '/me/erasure', '/me/recovery-codes', '/me/verification'])
      expect([path, (await desk.visitor().post(path, {}, { authorization: `Bearer ${data.accessToken}` })).code]).toEqual([path, 'token_scope_missing']);
  });
});

describe('second factors', () => {
  test('neither the challenge nor the trusted browser of one account helps with another', async () => {
    const [cora, mallory] = [await somebody('Cora'), await somebody('Mallory')];
    const [, keyOfMallory] = [await setUpApp(cora), await setUpApp(mallory)];
    await forgetUsedCodes(desk, mallory);
    const browser = desk.visitor();
    await browser.post('/auth/login', { email: mallory.customer.email, password: demoPassword });
    const own = new Map(browser.cookies);
    await browser.post('/auth/login', { email: cora.customer.email, password: demoPassword });
    // Cora's challenge, Mallory's code.
    expect((await browser.post('/auth/mfa-verification', { code: codeOf(keyOfMallory) })).code).toBe('wrong_code');
    await forgetUsedCodes(desk, mallory);
    const swapped = desk.visitor();
    for (const [name, value] of own) swapped.cookies.set(name, value);
    expect((await swapped.post('/auth/mfa-verification', { code: codeOf(keyOfMallory), trust: true })).status).toBe(200);
    expect((await swapped.get<{ email: string }>('/me')).data.email).toBe(mallory.customer.email);
    expect((await swapped.post('/auth/login', { email: cora.customer.email, password: demoPassword })).status).toBe(202);
  });

  test('one recovery code opens one of the six doors that it is tried at, at once', async () => {
    const cora = await somebody('Cora');
    await setUpApp(cora);
    const [recoveryCode] = (await cora.get<string[]>('/me/recovery-codes')).data;
    const doors = Array.from({ length: 6 }, () => desk.visitor());
    for (const door of doors) await door.post('/auth/login', { email: cora.customer.email, password: demoPassword });
    const answers = await Promise.all(doors.map((door) => door.post('/auth/mfa-verification', { recoveryCode })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('what names prototypes, or more than is asked for, is refused', async () => {
    const cora = await somebody('Cora');
    for (const body of ['{"__proto__":{"portalAccess":true},"name":"x"}', '{"constructor":{"prototype":{"x":1}}}', '{"segment":"premium"}', '{"customerId":1}', '{"verifiedAt":"2099-01-01"}', '{"email":"other@example.com"}', '{"organisationId":1}'])
      expect([body, (await cora.send('PATCH', '/me', body, { 'content-type': 'application/json' })).status]).toEqual([body, body.includes('__proto__') ? expect.any(Number) : 400]);
    expect(({} as Record<string, unknown>)['portalAccess']).toBeUndefined();
  });
});

describe('limits', () => {
  test('whoever writes X-Forwarded-For himself has no new address with each call', async () => {
    const { email } = await makeCustomer(desk.app, 'Tina Target', 'tina.target@example.com');
    const tries: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      const forged = `203.0.113.${n}, 198.51.100.7, 10.0.0.1`;
      tries.push((await desk.visitor().post('/auth/login', { email, password: `guess number ${n}` }, { 'x-forwarded-for': forged })).status);
    }
    expect(tries).toContain(429);
  });

  test('one network of IPv6 has as many live connections as one address', async () => {
    const cora = await somebody('Cora');
    const connect = (address: string) => {
      const socket = socketOf(cora, address);
      return new Promise<[boolean, typeof socket]>((resolve) => {
        socket.on('connect', () => resolve([true, socket]));
        socket.on('connect_error', () => resolve([false, socket]));
      });
    };
    const tried: [boolean, ReturnType<typeof io>][] = [];
    for (const last of ['1', '2', '3']) tried.push(await connect(`2001:db8:1:2::${last}`));
    tried.push(await connect('2001:db8:1:3::1'));
    expect(tried.map(([let_]) => let_)).toEqual([true, true, false, true]);
    for (const [, socket] of tried) socket.disconnect();
  });

  test('passwords guessed on the way in with a provider are counted for the network, too', async () => {
    const guesser = { 'x-forwarded-for': '198.51.100.99, 10.0.0.1' };
    const [tried, { email }] = [[] as (string | undefined)[], await makeCustomer(desk.app, 'Pia Provider', 'pia.provider@example.com')];
    for (let n = 0; n < 8; n += 1) {
      const who = desk.visitor();
      await at.signIn(who, 'microsoft', { sub: `guesser ${n}`, email });
      tried.push((await who.post('/auth/address-proof', { accountPassword: `guess number ${n}` }, guesser)).code);
    }
    expect(tried).toContain('too_many_requests');
    // And the owner, who is elsewhere, is not kept out.
    expect((await desk.visitor().post('/auth/login', { email, password: demoPassword }, { 'x-forwarded-for': '192.0.2.1, 10.0.0.1' })).status).toBe(200);
  });
});

describe('somebody who comes in with a provider only', () => {
  const byProvider = async (): Promise<{ who: Visitor; email: string; as: SignedIn }> => {
    const [who, email] = [desk.visitor(), `only${(people += 1)}@gmail.com`];
    await at.signIn(who, 'google', { sub: email, email, email_verified: true });
    const user = (await desk.app.db.query('plugin::users-permissions.user').findOne({ where: { email } })) as { id: number };
    const { id } = (await desk.app.db.query('plugin::portal.customer').findOne({ where: { userId: user.id } })) as { id: number };
    return { who, email, as: Object.assign(who, { customer: { customerId: id, email } }) as unknown as SignedIn };
  };
  const mailed = async (email: string): Promise<string> => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec((await mailsTo(desk, email))[0]?.text ?? '')?.[0] ?? '';

  test('proves himself by a mailed code, and has himself erased by that and the mailed link', async () => {
    const { who, email, as } = await byProvider();
    await forgetProof(desk, as);
    expect((await who.post('/me/erasure')).code).toBe('verification_needed');
    expect((await who.get('/me/verification')).data).toEqual({ provenUntil: null, methods: ['mail'], codeSent: false });
    expect((await who.post('/me/verification/mails')).status).toBe(202);
    expect((await who.post('/me/verification', { mailedCode: 'AAAA-AAAA' })).code).toBe('wrong_code');
    const code = await mailed(email);
    expect((await who.post('/me/verification', { mailedCode: ` ${code.toLowerCase().replace('-', '')} ` })).data).toMatchObject({ provenUntil: expect.any(String) as string, codeSent: false });
    expect((await who.post('/me/erasure')).status).toBe(202);
    expect((await desk.visitor().post('/erasure-confirmations', { code: await codeFor(desk, email) })).data).toMatchObject({ state: 'confirmed' });
  });

  test('a code is worth nothing in another session, nor twice, nor guessed, nor to another customer', async () => {
    const { who, email, as } = await byProvider();
    const thief = desk.visitor();
    await at.signIn(thief, 'google', { sub: email, email, email_verified: true });
    await forgetProof(desk, as);
    await who.post('/me/verification/mails');
    const code = await mailed(email);
    expect((await thief.post('/me/verification', { mailedCode: code })).code).toBe('wrong_code');
    const other = await byProvider();
    expect((await other.who.post('/me/verification', { mailedCode: code })).code).toBe('wrong_code');
    const both = await Promise.all([who.post('/me/verification', { mailedCode: code }), who.post('/me/verification', { mailedCode: code })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    await forgetProof(desk, as);
    await who.post('/me/verification/mails');
    const late = await mailed(email);
    for (let n = 0; n < 10; n += 1) await who.post('/me/verification', { mailedCode: 'ZZZZZZZZ' });
    expect((await who.post('/me/verification', { mailedCode: late })).status).toBe(429);
    for (let n = 0; n < 5; n += 1) await who.post('/me/verification/mails');
    expect((await who.post('/me/verification/mails')).code).toBe('too_many_requests');
  });

  test('whoever has a password or a second factor is not let off with a mail', async () => {
    const cora = await somebody('Cora');
    expect((await cora.post('/me/verification/mails')).status).toBe(400);
    expect((await cora.post('/me/erasure')).error?.details.errors).toMatchObject([{ path: 'password', rule: 'required' }]);
    const { who, as } = await byProvider();
    await setUpApp(who);
    await forgetProof(desk, as);
    expect((await who.post('/me/verification/mails')).status).toBe(400);
    expect((await who.post('/me/erasure')).code).toBe('verification_needed');
  });
});

describe('what must stay as it is', () => {
  test('two resets with one link, or with two at once, set one password', async () => {
    const cora = await somebody('Cora');
    const { email } = cora.customer;
    const link = async (): Promise<string> => {
      await desk.visitor().post('/auth/password-reset-request', { email });
      return codeFor(desk, email);
    };
    const [one, other] = [await link(), await link()];
    const answers = await Promise.all([one, one, other].map((code, n) => desk.visitor().post('/auth/password-reset', { code, password: `a whole new sentence ${n}` })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await cora.get('/me')).status).toBe(401);
  });

  test('a host that is not ours, or a forwarded one, changes no mailed link', async () => {
    const cora = await somebody('Cora');
    await desk.visitor().post('/auth/password-reset-request', { email: cora.customer.email }, { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' });
    expect((await mailsTo(desk, cora.customer.email))[0]?.text).not.toContain('evil.example');
  });

  test('a socket of a session that ended is closed, and cannot come back', async () => {
    const cora = await somebody('Cora');
    const socket = socketOf(cora, '192.0.2.55');
    await new Promise<void>((resolve, reject) => void socket.on('connect', resolve).on('connect_error', reject));
    const closed = new Promise<void>((resolve) => void socket.on('disconnect', () => resolve()));
    await cora.post('/auth/login', { email: cora.customer.email, password: demoPassword });
    await portal<{ closeEnded(): Promise<void> }>(desk.app, 'live-sockets').closeEnded();
    await closed;
    socket.disconnect();
  });

  test('where only providers sign in, the code by mail is left to whoever once had a password', async () => {
    const cora = await somebody('Cora');
    await configure(desk, 'authentication.method', 'oauth');
    expect((await cora.get('/me/verification')).data).toMatchObject({ methods: ['mail'] });
    expect((await cora.post('/me/verification/mails')).status).toBe(202);
    await configure(desk, 'authentication.method', 'token');
  });
});
