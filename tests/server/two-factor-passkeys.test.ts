import { demoPassword } from '../support/people';
import { SoftwarePasskey, type Signing } from '../support/software-passkey';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import { afterPassword } from '../support/two-factor';
import type { Visitor } from '../support/visitor';

jest.setTimeout(60_000);
let desk: Desk;
beforeAll(async () => {
  desk = await bootDesk();
});
afterAll(() => desk?.stop());

type Question = { challenge: string };
const ask = async (who: Visitor, path: string): Promise<Question> => (await who.post<Question>(path)).data;
const add = async (who: Visitor, key: SoftwarePasskey, signing: Signing = {}, label = 'My phone') => who.post('/me/passkeys', { label, passkey: key.register(await ask(who, '/me/passkeys/options'), signing) });
const owner = async (name: string): Promise<{ who: SignedIn; key: SoftwarePasskey }> => {
  const [who, key] = [await desk.customer(name), new SoftwarePasskey(desk.url)];
  const { status, text } = await add(who, key);
  if (status !== 201) throw new Error(text);
  return { who, key };
};
const signInWith = async (browser: Visitor, key: SoftwarePasskey, signing: Signing = {}) => browser.post<{ next: string; name: string }>('/auth/passkey-login', { passkey: key.sign(await ask(browser, '/auth/passkey-options'), signing) });

describe('a passkey is added', () => {
  test('with a name, by an answer to a question of this browser, and brings recovery codes with the first', async () => {
    const { who, key } = await owner('Petra First');
    const { data } = await who.get<{ passkeys: { name: string }[]; recoveryCodesLeft: number }>('/me/security');
    expect(data).toMatchObject({ passkeys: [{ name: 'My phone', lastUsedAt: null }], recoveryCodesLeft: 10 });
    expect((await add(who, key)).code).toBe('wrong_code');
    expect((await add(who, new SoftwarePasskey(desk.url), {}, '  ')).error?.details.errors).toMatchObject([{ path: 'label', rule: 'required' }]);
    expect((await who.get<{ passkeys: object[] }>('/me/security')).data.passkeys).toHaveLength(1);
    const [{ id }] = (await who.get<{ passkeys: [{ id: number }] }>('/me/security')).data.passkeys;
    expect((await who.patch(`/me/passkeys/${id}`, { label: 'Her phone' })).data).toEqual({ name: 'Her phone' });
  });

  test('not by an answer from another site, to another question, or sent twice', async () => {
    const who = await desk.customer('Paul Phished');
    const key = new SoftwarePasskey(desk.url);
    expect((await add(who, key, { origin: 'https://evil.example' })).code).toBe('wrong_code');
    expect((await add(who, key, { rpId: 'evil.example' })).code).toBe('wrong_code');
    const question = await ask(who, '/me/passkeys/options');
    await ask(who, '/me/passkeys/options');
    expect((await who.post('/me/passkeys', { label: 'Old', passkey: key.register(question) })).code).toBe('wrong_code');
    const current = key.register(await ask(who, '/me/passkeys/options'));
    const cookie = who.cookie;
    expect((await who.post('/me/passkeys', { label: 'New', passkey: current })).status).toBe(201);
    expect((await who.post('/me/passkeys', { label: 'Again', passkey: current }, { cookie })).code).toBe('wrong_code');
  });

  test('another cannot make it his', async () => {
    const { key } = await owner('Ina Own');
    expect((await add(await desk.customer('Otto Brandt'), key)).code).toBe('wrong_code');
  });
});

describe('at the door', () => {
  test('a passkey alone opens the account of whom it is, where it asked for finger, face or PIN', async () => {
    const { who, key } = await owner('Dora Door');
    const browser = desk.visitor();
    expect((await signInWith(browser, key, { verified: false })).code).toBe('wrong_code');
    expect(await signInWith(browser, key)).toMatchObject({ status: 200, data: { next: 'portal', name: 'Dora Door' } });
    expect((await browser.get<{ email: string }>('/me')).data.email).toBe(who.customer.email);
  });

  test('not with an answer that was sent before, from another site, of a copy, or of a passkey that is not known', async () => {
    const { who, key } = await owner('Rob Replay');
    const browser = desk.visitor();
    const passkey = key.sign(await ask(browser, '/auth/passkey-options'));
    const cookie = browser.cookie;
    expect((await browser.post('/auth/passkey-login', { passkey })).status).toBe(200);
    expect((await desk.visitor().post('/auth/passkey-login', { passkey }, { cookie })).code).toBe('wrong_code');
    expect((await signInWith(desk.visitor(), key, { origin: 'https://evil.example' })).code).toBe('wrong_code');
    expect((await signInWith(desk.visitor(), key, { counter: 1 })).code).toBe('wrong_code');
    expect((await signInWith(desk.visitor(), new SoftwarePasskey(desk.url))).code).toBe('wrong_code');
    for (const body of [{}, { passkey: {} }, { passkey: { id: 'a', rawId: 'a', type: 'public-key', response: {} } }]) expect((await desk.visitor().post('/auth/passkey-login', body)).status).toBe(400);
    expect((await signInWith(desk.visitor(), key, { counter: 9 })).status).toBe(200);
    await desk.app.db.query('plugin::users-permissions.user').update({ where: { id: who.customer.userId }, data: { blocked: true } });
    expect((await signInWith(desk.visitor(), key, { counter: 10 })).code).toBe('wrong_credentials');
  });

  test('of two who send one answer at once, one is let in', async () => {
    const { key } = await owner('Pia Parallel');
    const browser = desk.visitor();
    const passkey = key.sign(await ask(browser, '/auth/passkey-options'));
    const { cookie } = browser;
    const answers = await Promise.all([1, 2, 3].map(() => desk.visitor().post('/auth/passkey-login', { passkey }, { cookie })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });
});

describe('after the password', () => {
  test('a passkey takes the second step, that of another does not, and no answer for the door does', async () => {
    const [{ who, key }, other] = [await owner('Sue Second'), await owner('Olaf Other')];
    const verify = (browser: Visitor, passkey: object) => browser.post('/auth/mfa-verification', { passkey });
    const browser = await afterPassword(desk, who.customer.email, demoPassword);
    expect((await browser.get('/auth/mfa-verification')).data).toEqual({ methods: ['passkey', 'recovery'] });
    const question = () => ask(browser, '/auth/mfa-verification/passkey-options');
    expect((await verify(browser, other.key.sign(await question()))).code).toBe('wrong_code');
    expect((await verify(browser, key.sign(await ask(browser, '/auth/passkey-options')))).code).toBe('wrong_code');
    // A key without PIN is enough where the password was asked for.
    expect((await verify(browser, key.sign(await question(), { verified: false }))).status).toBe(200);
    expect((await browser.get('/me')).status).toBe(200);
  });

  test('and proves that it is still she', async () => {
    const { who, key } = await owner('Vera Verify');
    expect((await who.post('/me/verification', { passkey: key.sign(await ask(who, '/me/verification/passkey-options')) })).data).toMatchObject({ methods: ['passkey', 'recovery'] });
    expect((await who.post('/me/verification', { passkey: key.sign(await ask(who, '/auth/passkey-options')) })).code).toBe('wrong_code');
  });
});
