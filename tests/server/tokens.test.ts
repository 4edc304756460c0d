import { makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { makeCustomer, type Customer } from '../../database/seeds/builders/people';
import { tokenScopes, type AppTokens } from '../../plugin/contracts/app-tokens';
import { appWith, askForTokens, refresh, signInApp } from '../support/app';
import { customerPage } from '../support/live-client';
import { codeFor } from '../support/mailbox';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: Customer;
let category: string;
beforeAll(async () => {
  desk = await bootDesk({ PORTAL_SIGN_IN_METHOD: 'token' });
  cora = await makeCustomer(desk.app, 'Cora Bell', 'cora@example.com');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const rows = (name: 'session' | 'refresh-token' | 'audit-entry') => desk.app.db.query(`plugin::portal.${name}`);
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
/** The answer to a refresh came longer ago than it may be asked for again. */
const later = () => rows('refresh-token').updateMany({ where: { state: 'used' }, data: { usedAt: ago(31) } });
const leaver = (name: string) => makeCustomer(desk.app, name, `${name.toLowerCase().replace(' ', '.')}@example.com`);

describe('an app of Cora’s', () => {
  test('signs in for two tokens, without a cookie, and is kept as hashes', async () => {
    const { data, cookies } = await askForTokens(desk, cora, { device: 'Cora’s phone' });
    expect(cookies).toEqual([]);
    expect(data).toEqual({ accessToken: expect.stringMatching(/^[\w-]{43}$/), expiresIn: 600, refreshToken: expect.stringMatching(/^[\w-]{43}$/), refreshExpiresIn: 30 * 86_400, scopes: [...tokenScopes] });
    const kept = JSON.stringify([await rows('session').findMany({}), await rows('refresh-token').findMany({})]);
    for (const token of [data.accessToken, data.refreshToken]) expect(kept).not.toContain(token);
  });

  test('reads and writes her requests, and stands in the list of her sessions by its name', async () => {
    const { api } = await signInApp(desk, cora, { device: 'Cora’s tablet' });
    const { data } = await api.post<{ reference: string }>('/tickets', { category, subject: 'From the tablet', body: 'Hello.' });
    expect((await api.get(`/tickets/${data.reference}`)).status).toBe(200);
    const { data: sessions } = await api.get<{ kind: string; device: string; current: boolean }[]>('/me/sessions');
    expect(sessions.filter(({ current }) => current)).toEqual([expect.objectContaining({ kind: 'app', device: 'Cora’s tablet' })]);
  });

  test('is known in one statement, as a browser is', async () => {
    const { api } = await signInApp(desk, cora);
    await desk.settle();
    await api.get('/me');
    const statements = await statementsOf(desk, () => api.get('/me'));
    expect(statements).toHaveLength(1);
    expect(statements[0]).toContain('portal_sessions');
  });

  test('has a token that ends after ten minutes, and gets new ones for thirty days, again and again', async () => {
    const { tokens, api } = await signInApp(desk, cora, { device: 'Old phone' });
    await rows('session').updateMany({ where: { device: 'Old phone' }, data: { accessExpiresAt: ago(1) } });
    expect((await api.get('/me')).status).toBe(401);
    const { data } = await refresh(desk, tokens.refreshToken);
    expect((await appWith(desk, data).api.get('/me')).status).toBe(200);
    // Browsers are asked to sign in again after some days; an app that is used is not.
    await rows('session').updateMany({ where: { device: 'Old phone' }, data: { createdAt: ago(40 * 86_400) } });
    const { data: third } = await refresh(desk, data.refreshToken);
    expect((await appWith(desk, third).api.get('/me')).status).toBe(200);
    await rows('refresh-token').updateMany({ where: { state: 'live' }, data: { expiresAt: ago(1) } });
    expect(await refresh(desk, third.refreshToken)).toMatchObject({ status: 401, code: 'token_invalid' });
  });

  test('gets tokens from a browser’s session too, but not from its own tokens', async () => {
    const browser = await desk.signIn(cora);
    const { data, status } = await browser.post<AppTokens>('/me/app-tokens', { scopes: ['account'], device: 'From the browser' });
    expect(status).toBe(201);
    const { api } = appWith(desk, data);
    expect((await api.get('/me')).status).toBe(200);
    expect((await api.get('/tickets')).code).toBe('token_scope_missing');
    expect((await api.post('/me/app-tokens', {})).code).toBe('token_scope_missing');
    expect((await browser.post('/me/app-tokens', {}, { origin: 'https://evil.test' })).code).toBe('origin_refused');
  });

  test('ends with its own sign-out, by either token, and leaves her browser signed in', async () => {
    const browser = await desk.signIn(cora);
    const [one, other] = [await signInApp(desk, cora), await signInApp(desk, cora)];
    await one.api.post('/auth/logout');
    expect((await one.api.get('/me')).status).toBe(401);
    expect((await refresh(desk, one.tokens.refreshToken)).code).toBe('token_invalid');
    await desk.visitor().post('/auth/logout', { refreshToken: other.tokens.refreshToken });
    expect((await other.api.get('/me')).status).toBe(401);
    expect((await browser.get('/me')).status).toBe(200);
  });

  test('ends with her password', async () => {
    const dora = await leaver('Dora Lane');
    const { api, tokens } = await signInApp(desk, dora);
    await desk.visitor().post('/auth/password-reset-request', { email: dora.email });
    await desk.visitor().post('/auth/password-reset', { code: await codeFor(desk, dora.email), password: 'another long password' });
    expect((await api.get('/me')).status).toBe(401);
    expect((await refresh(desk, tokens.refreshToken)).code).toBe('token_invalid');
  });

  test('ends with her access to the portal, and gets no new tokens', async () => {
    const lee = await leaver('Lee Aver');
    const { api, tokens } = await signInApp(desk, lee);
    await desk.app.db.query('plugin::portal.customer').update({ where: { id: lee.customerId }, data: { portalAccess: false } });
    expect((await api.get('/me')).status).toBe(401);
    expect((await refresh(desk, tokens.refreshToken)).code).toBe('token_invalid');
    expect((await askForTokens(desk, lee)).code).toBe('wrong_credentials');
  });
});

describe('a refresh token', () => {
  test('works once: shown again later it ends everything on its device, and that is noted', async () => {
    const thief = await signInApp(desk, cora, { device: 'A stolen phone' });
    const other = await signInApp(desk, cora);
    const { data: mine } = await refresh(desk, thief.tokens.refreshToken);
    await later();
    expect((await refresh(desk, thief.tokens.refreshToken)).code).toBe('token_invalid');
    expect((await appWith(desk, mine).api.get('/me')).status).toBe(401);
    expect((await refresh(desk, mine.refreshToken)).code).toBe('token_invalid');
    expect((await other.api.get('/me')).status).toBe(200);
    expect(await rows('audit-entry').findMany({ where: { what: `tokens of ${cora.email}` } })).toEqual([expect.objectContaining({ who: cora.email, action: 'removed', before: expect.objectContaining({ device: 'A stolen phone' }) })]);
  });

  test('whose answer was lost can be shown again within half a minute, and then only the newest works', async () => {
    const { tokens } = await signInApp(desk, cora);
    const { data: lost } = await refresh(desk, tokens.refreshToken);
    const { data: again } = await refresh(desk, tokens.refreshToken);
    expect((await appWith(desk, lost).api.get('/me')).status).toBe(401);
    expect((await appWith(desk, again).api.get('/me')).status).toBe(200);
    const { data: next } = await refresh(desk, again.refreshToken);
    expect((await appWith(desk, next).api.get('/me')).status).toBe(200);
  });

  test('that a thief used first gives him away when its owner shows it, and the other way', async () => {
    for (const order of ['thief first', 'owner first']) {
      const { tokens } = await signInApp(desk, cora);
      const { data: first } = await refresh(desk, tokens.refreshToken);
      // Within half a minute both get an answer, but the first one's is dead, and shows it to be in two hands.
      const { data: second } = await refresh(desk, tokens.refreshToken);
      expect([order, (await refresh(desk, first.refreshToken)).code]).toEqual([order, 'token_invalid']);
      expect((await appWith(desk, second).api.get('/me')).status).toBe(401);
    }
  });

  test('whose successor was used already has no half minute', async () => {
    const { tokens } = await signInApp(desk, cora);
    const { data: second } = await refresh(desk, tokens.refreshToken);
    const { data: third } = await refresh(desk, second.refreshToken);
    expect((await refresh(desk, tokens.refreshToken)).code).toBe('token_invalid');
    expect((await appWith(desk, third).api.get('/me')).status).toBe(401);
  });

  test('shown many times at once leaves at most one that works', async () => {
    const { tokens } = await signInApp(desk, cora, { device: 'Hasty' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(desk, tokens.refreshToken)));
    const working = [];
    for (const { data } of answers.filter(({ status }) => status === 200)) working.push((await appWith(desk, data).api.get('/me')).status);
    expect(working.filter((status) => status === 200)).toHaveLength(1);
    const session = (await rows('session').findOne({ where: { device: 'Hasty' } })) as { id: number };
    expect(await rows('refresh-token').count({ where: { sessionId: session.id, state: 'live' } })).toBe(1);
  });

  test('is nothing else, and nothing else is one', async () => {
    const { tokens, api } = await signInApp(desk, cora);
    const browser = await desk.signIn(cora);
    const cookie = browser.cookies.get('portal_session') ?? '';
    for (const bearer of [tokens.refreshToken, cookie, 'a'.repeat(43), '']) expect((await desk.visitor().get('/me', { authorization: `Bearer ${bearer}` })).status).toBe(401);
    expect((await desk.visitor().get('/me', { cookie: `portal_session=${tokens.accessToken}` })).status).toBe(401);
    for (const shown of [tokens.accessToken, cookie, 'a'.repeat(43)]) expect((await refresh(desk, shown)).code).toBe('token_invalid');
    expect((await refresh(desk, 'short')).code).toBe('validation_failed');
    expect((await api.get('/me')).status).toBe(200);
  });
});

describe('scopes', () => {
  test('open what they name and nothing else, and stay as they were after a refresh', async () => {
    const reference = await sendRequest(desk.app, cora, { category, subject: 'Hers', body: 'Her words.' });
    const { tokens } = await signInApp(desk, cora, { scopes: ['tickets:read'] });
    const { data } = await refresh(desk, tokens.refreshToken);
    expect(data.scopes).toEqual(['tickets:read']);
    const { api } = appWith(desk, data);
    expect((await api.get(`/tickets/${reference}/page`)).status).toBe(200);
    const closed = await Promise.all([api.post(`/tickets/${reference}/comments`, { body: 'No.' }), api.post(`/tickets/${reference}/closure`), api.get('/me'), api.patch('/me', { name: 'No' }), api.get('/knowledge'), api.get('/notifications')]);
    expect(closed.map(({ status, code }) => `${status} ${code}`)).toEqual(closed.map(() => '403 token_scope_missing'));
  });

  test('are told in the refusal, and none of them is more than a token may have', async () => {
    const { api } = await signInApp(desk, cora, { scopes: ['knowledge:read'] });
    expect((await api.get('/tickets')).error?.message).toContain('"tickets:read"');
    expect((await api.get('/knowledge')).status).toBe(200);
    for (const scopes of [['admin'], [], ['tickets:read', 'everything']]) expect((await askForTokens(desk, cora, { scopes: scopes as never })).code).toBe('validation_failed');
    for (const body of [{ refreshToken: 'x'.repeat(43), scopes: ['account'] }, { refreshToken: 'x'.repeat(43), mode: 'token' }]) expect((await desk.visitor().post('/auth/refresh', body)).code).toBe('validation_failed');
  });

  test('of all kinds open nothing that changes how the account is opened', async () => {
    const { api } = await signInApp(desk, cora);
    for (const call of [api.get('/me/identities'), api.delete(`/me/identities/${'a'.repeat(43)}`), api.post('/me/identities/google/visits'), api.put('/drafts/new-request', { values: {} })]) expect(await call).toMatchObject({ status: 403, code: 'token_scope_missing' });
  });
});

describe('what an app shows', () => {
  test('counts alone: a token that is over is not made good by a cookie', async () => {
    const browser = await desk.signIn(cora);
    expect(await browser.get('/me', { authorization: 'Bearer nothing' })).toMatchObject({ status: 401, text: expect.stringContaining('its session has ended. Sign in again.') });
    expect((await browser.get('/knowledge', { authorization: 'Bearer nothing' })).status).toBe(401);
    expect((await browser.get('/me')).status).toBe(200);
  });

  test('comes from any origin, as long as no cookie does', async () => {
    const { api } = await signInApp(desk, cora);
    const browser = await desk.signIn(cora);
    const origin = { origin: 'capacitor://localhost' };
    expect((await api.patch('/me', { theme: 'dark' }, origin)).status).toBe(200);
    expect((await browser.patch('/me', { theme: 'dark' }, { ...origin, authorization: 'Bearer nothing' })).code).toBe('origin_refused');
    expect((await browser.patch('/me', { theme: 'dark' }, origin)).code).toBe('origin_refused');
  });

  test('opens a socket too, by header or handshake, which hears of her requests and is cut with her session', async () => {
    const reference = await sendRequest(desk.app, cora, { category, subject: 'Live', body: 'Her words.' });
    await desk.settle();
    const ada = await desk.agent('Ada');
    for (const show of ['header', 'handshake'] as const) {
      const { api, tokens } = await signInApp(desk, cora);
      const page = await customerPage(desk.url, '', show === 'header' ? { headers: { cookie: '', origin: '', authorization: `Bearer ${tokens.accessToken}` } } : { headers: { origin: 'capacitor://localhost' }, auth: { token: tokens.accessToken } });
      await replyAsAgent(desk.app, ada.agent, reference, `By ${show}.`);
      await page.hears(({ reference: where }) => where === reference);
      await api.post('/auth/logout');
      await page.cut;
    }
  });

  test('opens none without the scope, with a token that is over, or from elsewhere with a cookie', async () => {
    const { tokens } = await signInApp(desk, cora, { scopes: ['account'] });
    await expect(customerPage(desk.url, '', { auth: { token: tokens.accessToken } })).rejects.toThrow('token_scope_missing');
    const browser = await desk.signIn(cora);
    await expect(customerPage(desk.url, browser.cookie, { auth: { token: 'nothing' } })).rejects.toThrow('not_signed_in');
    for (const authorization of ['Basic x', 'Bearer', '']) await expect(customerPage(desk.url, browser.cookie, { headers: { origin: 'https://evil.test', authorization } })).rejects.toThrow('origin_refused');
  });
});

test('what is over is forgotten, with the tokens of ended sessions', async () => {
  const { tokens, api } = await signInApp(desk, cora);
  await api.post('/auth/logout');
  await (desk.app.plugin('portal').service('app-tokens') as { forgetExpired(): Promise<void> }).forgetExpired();
  const sessions = (await rows('session').findMany({ where: { kind: 'app' } })) as { id: number }[];
  const kept = (await rows('refresh-token').findMany({})) as { sessionId: number }[];
  expect(kept.filter(({ sessionId }) => !sessions.some(({ id }) => id === sessionId))).toEqual([]);
  expect((await refresh(desk, tokens.refreshToken)).code).toBe('token_invalid');
});
