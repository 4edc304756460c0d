import { makeCustomer } from '../../database/seeds/builders/people';
import { at, portal } from '../../database/seeds/builders/services';
import { codeFor, mailsTo } from '../support/mailbox';
import { bootDesk, type Desk } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
beforeAll(async () => {
  desk = await bootDesk();
});
afterAll(() => desk?.stop());

const next = 'a-new-password-of-hers';
const hour = 3_600_000;
interface Registration {
  requestReset(email: string): Promise<void>;
}

describe('Cora forgot her password', () => {
  test('and chooses a new one, which ends her session on every browser', async () => {
    const atHome = await desk.customer('Cora Bell');
    const atWork = await desk.signIn(atHome.customer);
    const { email } = atHome.customer;
    expect((await desk.visitor().post('/auth/password-reset-request', { email })).status).toBe(202);
    const reset = await desk.visitor().post('/auth/password-reset', { code: await codeFor(desk, email), password: next });
    expect(reset.status).toBe(200);

    expect([(await atHome.get('/me')).status, (await atWork.get('/me')).status]).toEqual([401, 401]);
    expect((await desk.visitor().post('/auth/login', { email, password: 'Portal-demo-2026' })).status).toBe(401);
    expect((await (await desk.signIn(atHome.customer, next)).get('/me')).status).toBe(200);
  });

  test('but a link works once, and none that was mailed beside it works after', async () => {
    const { email } = await makeCustomer(desk.app, 'Cleo', 'cleo@example.com');
    const ask = async (): Promise<string> => {
      await desk.visitor().post('/auth/password-reset-request', { email });
      return codeFor(desk, email);
    };
    const [earlier, later] = [await ask(), await ask()];
    const use = (code: string) => desk.visitor().post('/auth/password-reset', { code, password: next });
    const atOnce = await Promise.all([use(later), use(earlier), use(later)]);
    expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    for (const code of [earlier, later]) expect(await use(code)).toMatchObject({ status: 400, code: 'code_invalid' });
  });

  test('and an hour later the link is too old', async () => {
    const { email } = await makeCustomer(desk.app, 'Clay', 'clay@example.com');
    await at(desk.app, new Date(Date.now() - hour - 60_000), () => portal<Registration>(desk.app, 'registration').requestReset(email));
    const late = await desk.visitor().post('/auth/password-reset', { code: await codeFor(desk, email), password: next });
    expect(late).toMatchObject({ status: 400, code: 'code_invalid' });
  });

  test('and nobody learns whether the address has an account', async () => {
    const { email } = await makeCustomer(desk.app, 'Cyd', 'cyd@example.com');
    const known = await desk.visitor().post('/auth/password-reset-request', { email });
    const unknown = await desk.visitor().post('/auth/password-reset-request', { email: 'nobody@example.com' });
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(await mailsTo(desk, 'nobody@example.com')).toEqual([]);
  });
});

describe('a password is refused', () => {
  const register = (password: unknown) => desk.visitor().post('/auth/register', { name: 'Nora', email: 'nora@example.com', password });

  test('when it is longer than the 72 bytes that are compared, counted in bytes', async () => {
    expect((await register('seventy two letters are many when nobody has ever put them like this, not even once'.slice(0, 72))).status).toBe(202);
    const tooLong = { path: 'password', rule: 'too_long', limit: 72 };
    for (const password of ['p'.repeat(73), 'ü'.repeat(37), '🔑'.repeat(19)]) {
      const { status, error } = await register(password);
      expect([status, error?.details.errors]).toEqual([400, [expect.objectContaining(tooLong)]]);
    }
    const { error } = await desk.visitor().post('/auth/password-reset', { code: 'x'.repeat(43), password: 'p'.repeat(73) });
    expect(error?.details.errors).toEqual([expect.objectContaining(tooLong)]);
  });

  test('when it is short, missing or no text', async () => {
    const rules = await Promise.all(['short', '', undefined, 1234567890, ['Portal-demo-2026'], null].map(register));
    expect(rules.map(({ error }) => error?.details.errors[0]?.rule)).toEqual(['too_short', 'required', 'required', 'malformed', 'malformed', 'required']);
  });

  test('and is never told back, neither in answers nor in mails', async () => {
    const secret = 'only-she-knows-this';
    const { text } = await desk.visitor().post('/auth/register', { name: 'Nina', email: 'nina@example.com', password: secret, more: secret });
    expect(text).not.toContain(secret);
    await desk.visitor().post('/auth/register', { name: 'Nina', email: 'nina@example.com', password: secret });
    expect(JSON.stringify(await mailsTo(desk, 'nina@example.com'))).not.toContain(secret);
  });
});

test('the account forms take no other keys than their own', async () => {
  const forms: [string, object][] = [
    ['register', { name: 'Eve', email: 'eve@example.com', password: next }],
    ['login', { email: 'eve@example.com', password: next }],
    ['email-confirmation', { code: 'x'.repeat(43) }],
    ['password-reset-request', { email: 'eve@example.com' }],
    ['password-reset', { code: 'x'.repeat(43), password: next }],
  ];
  for (const [form, body] of forms) {
    for (const extra of ['role', 'confirmed', 'blocked', 'segment', 'portalAccess', 'provider', 'id']) {
      const { status, error } = await desk.visitor().post(`/auth/${form}`, { ...body, [extra]: 1 });
      expect([form, status, error?.details.errors]).toEqual([form, 400, [expect.objectContaining({ path: extra, rule: 'unknown' })]]);
    }
  }
});

test('an address that is none, and values of other types, are named with their field', async () => {
  const bodies = [{ email: 'no address' }, { email: 'a@b' }, { email: { $ne: '' } }, { email: ['cora@example.com'] }, { email: `${'a'.repeat(250)}@example.com` }, {}];
  for (const body of bodies) {
    const { status, error } = await desk.visitor().post('/auth/password-reset-request', body);
    expect([status, error?.details.errors[0]?.path]).toEqual([400, 'email']);
  }
  const login = await desk.visitor().post('/auth/login', { email: { $ne: null }, password: { $ne: null } });
  expect(login.error?.details.errors.map(({ path }) => path)).toEqual(['email', 'password']);
});
