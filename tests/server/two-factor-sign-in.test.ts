import { demoPassword } from '../support/people';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import { afterPassword, codeOf, forgetUsedCodes, roomInStep, setUpApp } from '../support/two-factor';
import type { Visitor } from '../support/visitor';

jest.setTimeout(60_000);
let desk: Desk;
beforeAll(async () => {
  desk = await bootDesk();
});
afterAll(() => desk?.stop());

const rows = (model: string) => desk.app.db.query(`plugin::portal.${model}` as 'plugin::portal.session');
const verify = (browser: Visitor, body: object) => browser.post<{ next: string; name: string }>('/auth/mfa-verification', body);
const opens = async (browser: Visitor): Promise<number> => (await browser.get('/me')).status;
const mails = (email: string) => desk.app.db.query('plugin::portal.mail').findMany({ where: { to: email }, orderBy: { id: 'desc' } }) as Promise<{ subject: string; text: string }[]>;
const enrolled = async (name: string): Promise<{ who: SignedIn; key: string; codes: string[] }> => {
  const who = await desk.customer(name);
  const key = await setUpApp(who);
  return { who, key, codes: (await who.get<string[]>('/me/recovery-codes')).data };
};
const signInFor = ({ customer: { email } }: SignedIn): Promise<Visitor> => afterPassword(desk, email, demoPassword);
const wrong = '000000';

describe('Cora, who has an app', () => {
  let cora: Awaited<ReturnType<typeof enrolled>>;
  beforeAll(async () => {
    cora = await enrolled('Cora Bell');
  });
  beforeEach(async () => {
    await roomInStep();
    await forgetUsedCodes(desk, cora.who);
  });

  test('has no session after her password, and one after the code', async () => {
    const browser = desk.visitor();
    const { status, data, cookies } = await browser.post('/auth/login', { email: cora.who.customer.email, password: demoPassword });
    expect([status, data]).toEqual([202, { next: 'second_factor', methods: ['app', 'recovery'] }]);
    expect(cookies.map((line) => line.split('=')[0])).toEqual(['portal_challenge']);
    expect(await opens(browser)).toBe(401);
    expect((await browser.get('/auth/mfa-verification')).data).toEqual({ methods: ['app', 'recovery'] });
    expect(await verify(browser, { code: codeOf(cora.key) })).toMatchObject({ status: 200, data: { next: 'portal', name: 'Cora Bell' } });
    expect(await opens(browser)).toBe(200);
    expect(browser.cookies.has('portal_challenge')).toBe(false);
  });

  test('types her code with a gap, and is let in with that of the half minute before', async () => {
    const code = codeOf(cora.key, -1);
    expect((await verify(await signInFor(cora.who), { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(200);
  });

  test('cannot use a code twice, nor one from before it', async () => {
    const code = codeOf(cora.key);
    expect((await verify(await signInFor(cora.who), { code })).status).toBe(200);
    const again = await verify(await signInFor(cora.who), { code });
    expect([again.status, again.code, again.error?.details.errors.map(({ path, rule }) => `${path} ${rule}`)]).toEqual([400, 'wrong_code', ['code not_allowed']]);
    expect((await verify(await signInFor(cora.who), { code: codeOf(cora.key, -1) })).code).toBe('wrong_code');
  });

  test('of two browsers that bring one code at once, one is let in', async () => {
    const browsers = [await signInFor(cora.who), await signInFor(cora.who)];
    const code = codeOf(cora.key);
    const answers = await Promise.all(browsers.map((browser) => verify(browser, { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('of two answers to one sign-in at once, one begins a session', async () => {
    const browser = await signInFor(cora.who);
    const before = await rows('session').count({});
    const answers = await Promise.all([verify(browser, { code: codeOf(cora.key) }), verify(browser, { recoveryCode: cora.codes[9] })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await rows('session').count({})).toBe(before + 1);
  });

  test('a sign-in takes five wrong codes, then not even the right one', async () => {
    const browser = await signInFor(cora.who);
    for (let times = 0; times < 5; times += 1) expect((await verify(browser, { code: wrong })).code).toBe('wrong_code');
    expect(await verify(browser, { code: codeOf(cora.key) })).toMatchObject({ status: 401, code: 'sign_in_expired' });
    expect((await browser.get('/auth/mfa-verification')).code).toBe('sign_in_expired');
    expect((await verify(await signInFor(cora.who), { code: codeOf(cora.key) })).status).toBe(200);
  });

  test('a sign-in is over after ten minutes, and after it was finished', async () => {
    const late = await signInFor(cora.who);
    await rows('sign-in-challenge').updateMany({ where: { customerId: cora.who.customer.customerId }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await verify(late, { code: codeOf(cora.key) })).code).toBe('sign_in_expired');
    const used = await signInFor(cora.who);
    const cookie = used.cookie;
    expect((await verify(used, { code: codeOf(cora.key) })).status).toBe(200);
    expect((await desk.visitor().post('/auth/mfa-verification', { code: codeOf(cora.key, 1) }, { cookie })).code).toBe('sign_in_expired');
  });

  test('a cookie that somebody made up, or planted from his own sign-in, opens nothing of hers', async () => {
    for (const cookie of ['portal_challenge=', `portal_challenge=${'a'.repeat(43)}`, 'portal_challenge=%00']) {
      expect((await desk.visitor().post('/auth/mfa-verification', { code: codeOf(cora.key) }, { cookie })).code).toBe('sign_in_expired');
    }
    const otto = await enrolled('Otto Brandt');
    const planted = await signInFor(otto.who);
    expect((await verify(planted, { code: codeOf(cora.key) })).code).toBe('wrong_code');
    const hers = await signInFor(cora.who);
    expect(hers.cookies.get('portal_challenge')).not.toBe(planted.cookies.get('portal_challenge'));
  });

  test('neither the key nor a code stands readable in the database', async () => {
    const stored = JSON.stringify([await rows('authenticator').findMany({}), await rows('recovery-code').findMany({}), await rows('sign-in-challenge').findMany({})]);
    const browser = await signInFor(cora.who);
    for (const secret of [cora.key, ...cora.codes, ...cora.codes.map((code) => code.replaceAll('-', '')), browser.cookies.get('portal_challenge') ?? '']) expect(stored).not.toContain(secret);
  });
});

describe('somebody who has the password guesses codes', () => {
  test('ten in an hour from elsewhere, whatever the number of sign-ins; the owner is let in where he is known, and with a recovery code', async () => {
    const { who, key, codes } = await enrolled('Gus Guessed');
    const place = { customerId: who.customer.customerId };
    // The owner came from another address than the guesser.
    await rows('session').updateMany({ where: place, data: { address: '192.0.2.7' } });
    const statuses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const guesser = await signInFor(who);
      for (let times = 0; times < 4; times += 1) statuses.push((await verify(guesser, { code: wrong })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(400), 429, 429]);
    await forgetUsedCodes(desk, who);
    const refused = await verify(await signInFor(who), { code: codeOf(key) });
    expect([refused.code, Number(refused.headers.get('retry-after')) > 0]).toEqual(['too_many_requests', true]);

    expect(await opens(who)).toBe(200);
    expect((await verify(await signInFor(who), { recoveryCode: codes[0] })).status).toBe(200);
    // Now he is known here, so his own tries are counted by themselves.
    expect((await verify(await signInFor(who), { code: codeOf(key) })).status).toBe(200);
  });

  test('tries at once are counted one by one', async () => {
    const { who } = await enrolled('Pia Parallel');
    await rows('session').updateMany({ where: { customerId: who.customer.customerId }, data: { address: '192.0.2.8' } });
    const guessers = [await signInFor(who), await signInFor(who), await signInFor(who), await signInFor(who)];
    const answers = await Promise.all(guessers.flatMap((guesser) => Array.from({ length: 6 }, () => verify(guesser, { code: wrong }))));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 200)).toEqual([]);
  });
});

describe('Lena lost her phone', () => {
  test('and signs in with a recovery code, once, however she types it; she is told of it by mail', async () => {
    const { who, codes } = await enrolled('Lena Lost');
    expect(codes).toHaveLength(10);
    const typed = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const browser = await signInFor(who);
    expect((await verify(browser, { recoveryCode: typed })).status).toBe(200);
    expect((await verify(await signInFor(who), { recoveryCode: codes[0] })).code).toBe('wrong_code');
    expect((await browser.get<{ recoveryCodesLeft: number }>('/me/security')).data.recoveryCodesLeft).toBe(9);
    expect((await mails(who.customer.email))[0]).toMatchObject({ subject: expect.stringMatching(/recovery code .* was used/) });

    expect((await browser.delete('/me/authenticator')).status).toBe(200);
    const again = desk.visitor();
    expect((await again.post('/auth/login', { email: who.customer.email, password: demoPassword })).status).toBe(200);
    expect((await browser.get<{ recoveryCodesLeft: number }>('/me/security')).data.recoveryCodesLeft).toBe(0);
  });

  test('another’s recovery code opens nothing', async () => {
    const [one, other] = [await enrolled('Ina One'), await enrolled('Olaf Other')];
    expect((await verify(await signInFor(one.who), { recoveryCode: other.codes[0] })).code).toBe('wrong_code');
  });
});

describe('a trusted browser', () => {
  const trusting = async (name: string) => {
    const person = await enrolled(name);
    await forgetUsedCodes(desk, person.who);
    const browser = await signInFor(person.who);
    expect((await verify(browser, { code: codeOf(person.key), trust: true })).status).toBe(200);
    return { ...person, browser };
  };
  const signInAgain = async (browser: Visitor, email: string): Promise<number> => {
    await browser.post('/auth/logout');
    return (await browser.post('/auth/login', { email, password: demoPassword })).status;
  };

  test('is not asked again, and still needs the password; another customer is asked there', async () => {
    const { who, browser } = await trusting('Tara Trust');
    expect(await signInAgain(browser, who.customer.email)).toBe(200);
    await browser.post('/auth/logout');
    expect((await browser.post('/auth/login', { email: who.customer.email, password: 'not her password' })).code).toBe('wrong_credentials');
    const other = await enrolled('Ugo Unasked');
    expect((await browser.post('/auth/login', { email: other.who.customer.email, password: demoPassword })).status).toBe(202);
  });

  test('is listed, and asked again once it is taken off the list', async () => {
    const { who, browser } = await trusting('Rita Revoke');
    const { data } = await browser.get<{ trustedBrowsers: { id: number; current: boolean }[] }>('/me/security');
    expect(data.trustedBrowsers).toMatchObject([{ current: true }]);
    const { id } = data.trustedBrowsers[0]!;
    const stranger = await desk.customer('Stan Stranger');
    expect((await stranger.delete(`/me/trusted-browsers/${id}`)).status).toBe(404);
    expect((await who.delete(`/me/trusted-browsers/${id}`)).status).toBe(200);
    expect(await signInAgain(browser, who.customer.email)).toBe(202);
  });

  test.each([
    ['thirty days', async (who: SignedIn) => void (await rows('trusted-browser').updateMany({ where: { customerId: who.customer.customerId }, data: { expiresAt: new Date(Date.now() - 1000) } }))],
    ['new recovery codes and an app set up anew', async (who: SignedIn) => void (await setUpApp(who))],
  ])('is asked again after %s', async (_why, happen) => {
    const { who, browser } = await trusting(`Quin Quit ${Math.random()}`);
    await happen(who);
    expect(await signInAgain(browser, who.customer.email)).toBe(202);
  });

  test('is asked again after the password was changed', async () => {
    const { who, browser } = await trusting('Paul Password');
    expect((await who.post('/me/password', { currentPassword: demoPassword, password: 'walrus under a blue door' })).status).toBe(200);
    await browser.post('/auth/logout');
    expect((await browser.post('/auth/login', { email: who.customer.email, password: 'walrus under a blue door' })).status).toBe(202);
  });

  test('its sign-in is no recent proof', async () => {
    const { who, browser } = await trusting('Nora Noproof');
    expect(await signInAgain(browser, who.customer.email)).toBe(200);
    expect((await browser.delete('/me/authenticator')).code).toBe('verification_needed');
  });
});

test('sign-ins, refusals and changes of factors stand in the audit log, without a secret', async () => {
  const { who, key, codes } = await enrolled('Ada Audit');
  await verify(await signInFor(who), { code: wrong });
  await verify(await signInFor(who), { recoveryCode: codes[0] });
  await desk.visitor().post('/auth/login', { email: who.customer.email, password: 'a wrong password' });
  const auditor = await desk.agent('Uma', ['audit.read']);
  const lines = async () => (await auditor.get<{ who: string; what: string; action: string; after: Record<string, string> }[]>('/settings/audit-entries?kind=sign_in&pageSize=100')).data.filter(({ what }) => what === `customer ${who.customer.email}`);
  for (let tries = 0; tries < 50 && (await lines()).length < 5; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  const told = await lines();
  expect(told.map(({ action, after: { by, then, factor } }) => [action, by ?? factor, then])).toEqual([
    ['sign_in_refused', 'password', undefined],
    ['signed_in', 'password', 'recovery'],
    ['sign_in_refused', 'password', 'wrong'],
    ['factor_added', 'app', undefined],
    ['signed_in', 'password', undefined],
  ]);
  for (const secret of [key, wrong, ...codes, 'a wrong password']) expect(JSON.stringify(told)).not.toContain(secret);
  expect(JSON.stringify((await auditor.get('/settings/audit-entries')).data)).not.toContain(who.customer.email);
});
