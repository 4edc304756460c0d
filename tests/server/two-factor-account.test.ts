import { codeOf, forgetProof, forgetUsedCodes, roomInStep, setUpApp } from '../support/two-factor';
import { customerPage } from '../support/live-client';
import { demoPassword } from '../support/people';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import type { Visitor } from '../support/visitor';

jest.setTimeout(60_000);
let desk: Desk;
beforeAll(async () => {
  desk = await bootDesk();
});
afterAll(() => desk?.stop());

const rows = (model: string) => desk.app.db.query(`plugin::portal.${model}` as 'plugin::portal.session');
const status = async (who: Visitor, path = '/me'): Promise<number> => (await who.get(path)).status;
const subjects = async ({ customer: { email } }: SignedIn): Promise<string[]> =>
  ((await desk.app.db.query('plugin::portal.mail').findMany({ where: { to: email }, orderBy: { id: 'asc' } })) as { subject: string }[]).map(({ subject }) => subject);
const newPassword = 'walrus under a blue door';
interface Line {
  id: number;
  current: boolean;
}

describe('open sessions', () => {
  test('Cora ends another one: it opens nothing any more, and its open page is cut off within a second', async () => {
    const cora = await desk.customer('Cora Bell');
    const phone = await desk.signIn(cora.customer);
    const page = await customerPage(desk.url, phone.cookie);
    const other = (await cora.get<Line[]>('/me/sessions')).data.find(({ current }) => !current);
    expect((await cora.delete(`/me/sessions/${other?.id}`)).status).toBe(200);
    expect([await status(phone), await status(cora)]).toEqual([401, 200]);
    await page.cut;
  });

  test('ending all others leaves the one she is using', async () => {
    const dora = await desk.customer('Dora Lane');
    const others = [await desk.signIn(dora.customer), await desk.signIn(dora.customer)];
    expect((await dora.delete('/me/sessions')).data).toEqual({ ended: 2 });
    expect(await Promise.all([...others, dora].map((who) => status(who)))).toEqual([401, 401, 200]);
  });

  test('nobody ends another’s', async () => {
    const [ina, otto] = [await desk.customer('Ina Own'), await desk.customer('Otto Brandt')];
    const [{ id }] = (await ina.get<[Line]>('/me/sessions')).data;
    for (const wrong of [String(id), '0', '-1', '999999999', 'abc', '1e3', '%00']) expect([wrong, await otto.delete(`/me/sessions/${wrong}`).then((answer) => answer.status)]).toEqual([wrong, 404]);
    expect(await status(ina)).toBe(200);
  });
});

describe('a new password', () => {
  test('needs the present one, ends every other session, and is told by mail', async () => {
    const pia = await desk.customer('Pia Present');
    const elsewhere = await desk.signIn(pia.customer);
    await forgetProof(desk, pia);
    const wrong = await pia.post('/me/password', { currentPassword: 'not this one', password: newPassword });
    expect([wrong.status, wrong.error?.details.errors.map(({ path, rule }) => `${path} ${rule}`)]).toEqual([400, ['currentPassword not_allowed']]);
    expect((await pia.post('/me/password', { currentPassword: demoPassword, password: 'short' })).error?.details.errors).toMatchObject([{ path: 'password', rule: 'too_short' }]);
    expect(await status(elsewhere)).toBe(200);
    expect((await pia.post('/me/password', { currentPassword: demoPassword, password: newPassword })).status).toBe(200);
    expect([await status(elsewhere), await status(pia)]).toEqual([401, 200]);
    expect((await desk.visitor().post('/auth/login', { email: pia.customer.email, password: demoPassword })).status).toBe(401);
    expect((await desk.visitor().post('/auth/login', { email: pia.customer.email, password: newPassword })).status).toBe(200);
    expect((await subjects(pia)).at(-1)).toMatch(/password .* was changed/);
  });

  test('the present one can be guessed ten times in a session; others of the customer are not concerned', async () => {
    const gus = await desk.customer('Gus Guess');
    const guess = (who: Visitor, currentPassword = 'a guess') => who.post('/me/password', { currentPassword, password: newPassword }).then((answer) => answer.status);
    const stolen = await desk.signIn(gus.customer);
    for (let times = 0; times < 10; times += 1) expect(await guess(stolen)).toBe(400);
    expect(await guess(stolen, demoPassword)).toBe(429);
    expect(await guess(gus, demoPassword)).toBe(200);
  });

  test('who has a second factor proves it by that as well', async () => {
    const fay = await desk.customer('Fay Factor');
    await setUpApp(fay);
    await forgetProof(desk, fay);
    expect((await fay.post('/me/password', { currentPassword: demoPassword, password: newPassword })).code).toBe('verification_needed');
  });
});

describe('before the account itself is changed', () => {
  const guarded: [string, (who: Visitor) => Promise<{ code: string | undefined }>][] = [
    ['setting up an app', (who) => who.post('/me/authenticator')],
    ['reading the key again', (who) => who.get('/me/authenticator')],
    ['removing the app', (who) => who.delete('/me/authenticator')],
    ['asking for a passkey', (who) => who.post('/me/passkeys/options')],
    ['adding a passkey', (who) => who.post('/me/passkeys', { label: 'Key', passkey: { id: 'a', rawId: 'a', type: 'public-key', response: {} } })],
    ['removing a passkey', (who) => who.delete('/me/passkeys/1')],
    ['reading recovery codes', (who) => who.get('/me/recovery-codes')],
    ['making new recovery codes', (who) => who.post('/me/recovery-codes')],
  ];
  test.each(guarded)('%s needs a proof of the last ten minutes', async (_what, attempt) => {
    const vera = await desk.customer(`Vera Verify ${Math.random()}`);
    await forgetProof(desk, vera);
    expect((await attempt(vera)).code).toBe('verification_needed');
  });

  test('the password proves it where there is no second factor', async () => {
    const vic = await desk.customer('Vic Verify');
    await forgetProof(desk, vic);
    expect((await vic.get('/me/verification')).data).toEqual({ provenUntil: null, methods: ['password'], codeSent: false });
    const wrong = await vic.post('/me/verification', { password: 'not this one' });
    expect([wrong.code, wrong.error?.details.errors.map(({ path }) => path)]).toEqual(['wrong_code', ['password']]);
    expect((await vic.post('/me/verification', { password: demoPassword })).data).toMatchObject({ provenUntil: expect.stringMatching(/Z$/) });
    expect((await vic.post('/me/authenticator')).status).toBe(201);
  });

  test('where there is one, the password does not, but a code, or a recovery code', async () => {
    const wim = await desk.customer('Wim Verify');
    const key = await setUpApp(wim);
    const { data: codes } = await wim.get<string[]>('/me/recovery-codes');
    await forgetProof(desk, wim);
    await forgetUsedCodes(desk, wim);
    expect((await wim.get('/me/verification')).data).toEqual({ provenUntil: null, methods: ['app', 'recovery'], codeSent: false });
    expect((await wim.post('/me/verification', { password: demoPassword })).error?.details.errors).toMatchObject([{ path: 'password', rule: 'not_allowed' }]);
    expect((await wim.post('/me/verification', { code: codeOf(key) })).status).toBe(200);
    await forgetProof(desk, wim);
    expect((await wim.post('/me/verification', { recoveryCode: codes[3] })).status).toBe(200);
    for (const body of [{}, { code: '123456', recoveryCode: codes[4] }, { code: '12345' }, { passkey: {} }, { other: 1 }]) expect((await wim.post('/me/verification', body)).status).toBe(400);
  });
});

describe('setting up an app', () => {
  test('tells key and picture only while it is set up, ends other sessions, and brings ten recovery codes until they were received', async () => {
    const amy = await desk.customer('Amy App');
    const elsewhere = await desk.signIn(amy.customer);
    expect((await amy.get('/me/authenticator')).status).toBe(404);
    const { data } = await amy.post<{ key: string; address: string; picture: { size: number; path: string } }>('/me/authenticator');
    expect(data.key).toMatch(/^[A-Z2-7]{32}$/);
    expect(data.address).toMatch(/^otpauth:\/\/totp\/.*amy\.app%40example\.com.*secret=/);
    expect(data.picture.size).toBeGreaterThan(20);
    expect((await amy.get('/me/authenticator')).data).toEqual(data);
    expect((await amy.post('/me/authenticator/confirmation', { code: '000000' })).code).toBe('wrong_code');
    expect(await status(elsewhere)).toBe(200);
    await roomInStep();
    expect((await amy.post('/me/authenticator/confirmation', { code: codeOf(data.key, -1) })).status).toBe(200);
    expect(await status(elsewhere)).toBe(401);
    expect((await amy.get('/me/authenticator')).status).toBe(404);

    const codes = (await amy.get<string[]>('/me/recovery-codes')).data;
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect(codes[0]).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await amy.get('/me/recovery-codes')).data).toEqual(codes);
    expect((await amy.post('/me/recovery-codes/receipt')).status).toBe(200);
    expect((await amy.get('/me/recovery-codes')).data).toEqual([]);
    expect((await rows('recovery-code').findMany({ where: { customerId: amy.customer.customerId } })).filter((row) => (row as { sealed?: string | null }).sealed)).toEqual([]);
    expect(await subjects(amy)).toEqual([expect.stringMatching(/now asks for a code/)]);
  });

  test('new recovery codes end the earlier ones', async () => {
    const rex = await desk.customer('Rex Renew');
    expect((await rex.post('/me/recovery-codes')).status).toBe(404);
    await setUpApp(rex);
    const { data: before } = await rex.get<string[]>('/me/recovery-codes');
    expect((await rex.post('/me/recovery-codes')).status).toBe(201);
    const { data: after } = await rex.get<string[]>('/me/recovery-codes');
    expect(after.filter((code) => before.includes(code))).toEqual([]);
    expect((await rex.post('/me/verification', { recoveryCode: before[0] })).code).toBe('wrong_code');
    expect((await rex.post('/me/verification', { recoveryCode: after[0] })).status).toBe(200);
  });

  test('a new phone: the earlier app holds until the new one is confirmed, then no longer', async () => {
    const ned = await desk.customer('Ned New');
    const old = await setUpApp(ned);
    const { data } = await ned.post<{ key: string }>('/me/authenticator');
    await forgetUsedCodes(desk, ned);
    expect((await ned.post('/me/verification', { code: codeOf(old) })).status).toBe(200);
    expect((await ned.post('/me/authenticator/confirmation', { code: codeOf(data.key) })).status).toBe(200);
    await forgetUsedCodes(desk, ned);
    expect((await ned.post('/me/verification', { code: codeOf(old) })).code).toBe('wrong_code');
    expect((await ned.post('/me/verification', { code: codeOf(data.key) })).status).toBe(200);
    expect((await ned.get<{ recoveryCodesLeft: number }>('/me/security')).data.recoveryCodesLeft).toBe(10);
  });

  test('a key that is left for an hour is forgotten', async () => {
    const hal = await desk.customer('Hal Hour');
    const { data } = await hal.post<{ key: string }>('/me/authenticator');
    await rows('authenticator').updateMany({ where: { customerId: hal.customer.customerId }, data: { pendingSince: new Date(Date.now() - 3_601_000) } });
    expect((await hal.post('/me/authenticator/confirmation', { code: codeOf(data.key) })).code).toBe('wrong_code');
    expect((await hal.get('/me/authenticator')).status).toBe(404);
  });
});

describe('a segment that wants a second factor', () => {
  let gil: SignedIn;
  beforeAll(async () => {
    const max = await desk.agent('Max', ['settings.change', 'settings.read', 'customers.manage']);
    await max.post('/settings/segments', { name: 'guarded', title: 'Guarded' });
    await max.put('/settings/segments/guarded', { changes: { 'authentication.requireSecondFactor': true } });
    gil = await desk.customer('Gil Guarded');
    const { data } = await max.get<{ id: number; name: string }[]>('/settings/customers?q=gil.guarded');
    const placed = await max.put(`/settings/customers/${data[0]?.id}`, { segment: 'guarded' });
    expect(placed.status).toBe(200);
  });

  test('leaves Gil, who has none, nothing but to set one up, on the API and on a socket', async () => {
    for (const path of ['/tickets', '/notifications', '/categories', '/knowledge', '/me/sessions', '/me/organisation', '/me/recovery-codes']) {
      expect([path, (await gil.get(path)).code]).toEqual([path, 'second_factor_required']);
    }
    expect((await gil.patch('/me', { name: 'Gil' })).code).toBe('second_factor_required');
    expect((await gil.upload('a.png', new Uint8Array([1]))).code).toBe('second_factor_required');
    await expect(customerPage(desk.url, gil.cookie)).rejects.toThrow();
    expect([await status(gil), await status(gil, '/me/security')]).toEqual([200, 200]);
    const again = await desk.visitor().post('/auth/login', { email: gil.customer.email, password: demoPassword });
    expect([again.status, again.data]).toEqual([200, { next: 'enrolment', name: 'Gil Guarded' }]);
  });

  test('lets him go on once he has one, which he cannot remove then', async () => {
    const key = await setUpApp(gil);
    expect(await status(gil, '/tickets')).toBe(200);
    expect((await gil.get('/me/security')).data).toMatchObject({ required: true, app: expect.stringMatching(/Z$/) });
    expect((await gil.delete('/me/authenticator')).code).toBe('last_factor');
    await forgetUsedCodes(desk, gil);
    const browser = desk.visitor();
    expect((await browser.post('/auth/login', { email: gil.customer.email, password: demoPassword })).status).toBe(202);
    expect((await browser.post('/auth/mfa-verification', { code: codeOf(key) })).data).toEqual({ next: 'portal', name: 'Gil Guarded' });
  });
});

test('who lost phone, passkeys and codes is helped by the support: sessions end, a mail tells of it, and both lists of changes have it', async () => {
  const lea = await desk.customer('Lea Lost');
  await setUpApp(lea);
  const max = await desk.agent('Moni', ['customers.manage', 'audit.read']);
  const address = `/settings/customers/${lea.customer.customerId}`;
  expect((await max.get(address)).data).toMatchObject({ secondFactor: true });
  expect((await max.delete(`${address}/second-factors`)).status).toBe(200);
  expect((await max.get(address)).data).toMatchObject({ secondFactor: false });
  expect((await max.delete(`${address}/second-factors`)).status).toBe(404);
  expect(await status(lea)).toBe(401);
  expect((await desk.visitor().post('/auth/login', { email: lea.customer.email, password: demoPassword })).status).toBe(200);
  expect((await subjects(lea)).at(-1)).toMatch(/Two-step sign-in .* was removed/);
  const told = async (of: string) => (await max.get<{ what: string; action: string }[]>(`/settings/audit-entries?kind=${of}`)).data.filter(({ what }) => what === `customer ${lea.customer.email}`).map(({ action }) => action);
  expect([(await told('change'))[0], (await told('sign_in'))[1]]).toEqual(['changed', 'factor_removed']);
});
