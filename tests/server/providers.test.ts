import type { AddressProof, VisitStarted } from '../../plugin/contracts/providers';
import { mailsTo } from '../support/mailbox';
import { bootProviderDesk, type ProviderDesk } from '../support/provider-desk';
import type { SignedIn } from '../support/strapi';
import type { Visitor } from '../support/visitor';

jest.setTimeout(60_000);
let at: ProviderDesk;
let cora: SignedIn;
beforeAll(async () => {
  at = await bootProviderDesk();
  cora = await at.desk.customer('Cora Bell');
});
afterAll(() => at?.stop());

let people = 0;
const newPerson = (of: object = {}) => ({ sub: `person ${(people += 1)}`, email: `person${people}@gmail.com`, email_verified: true, name: `Nora ${people}`, ...of });
const isIn = async (who: Visitor): Promise<boolean> => (await who.get('/me')).status === 200;
const codeIn = async (address: string): Promise<string> => /\b([0-9A-Z]{4}-[0-9A-Z]{4})\b/.exec((await mailsTo(at.desk, address))[0]?.text ?? '')?.[1] ?? '';
const subjectsTo = async (address: string): Promise<string[]> => (await mailsTo(at.desk, address)).map(({ subject }) => subject);
/** Somebody with an account here and the same address at the company's provider, on the page that asks for a proof. */
const proving = async (email: string, sub: string): Promise<Visitor> => {
  const who = at.desk.visitor();
  expect((await at.signIn(who, 'company', { sub, email, email_verified: true, name: 'Cora at work' })).data.next).toBe('prove_address');
  return who;
};

describe('the way to a provider', () => {
  test('asks for a code, with PKCE, state and nonce that are new each time', async () => {
    const [one, other] = [at.desk.visitor(), at.desk.visitor()];
    const addresses = [];
    for (const who of [one, one, other]) addresses.push(new URL((await who.post<VisitStarted>('/auth/providers/google/visits')).data.address).searchParams);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(new Set(addresses.map((query) => query.get(name))).size).toBe(3);
    expect(addresses[0]?.get('code_challenge_method')).toBe('S256');
    expect(addresses[0]?.get('response_type')).toBe('code');
    expect(addresses[0]?.get('redirect_uri')).toBe(`${at.desk.url}/support/sign-in/google/return`);
  });

  test('is kept as hashes, and as a cookie that no script reads', async () => {
    const who = at.desk.visitor();
    const { cookies, data } = await who.post<VisitStarted>('/auth/providers/google/visits');
    expect(cookies[0]?.toLowerCase()).toMatch(/^portal_visit=.*httponly/);
    expect(cookies[0]?.toLowerCase()).toContain('samesite=lax');
    const kept = JSON.stringify(await at.desk.app.db.query('plugin::portal.provider-visit').findMany({}));
    for (const secret of [who.cookies.get('portal_visit') ?? '', new URL(data.address).searchParams.get('state') ?? '', new URL(data.address).searchParams.get('nonce') ?? '']) {
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(kept).not.toContain(secret);
    }
  });

  test('is there for those that are configured only', async () => {
    const { data } = await at.desk.visitor().get<{ signUp: { providers: object[] } }>('/appearance');
    expect(data.signUp.providers).toEqual([{ name: 'google', title: 'Google' }, { name: 'microsoft', title: 'Microsoft' }, { name: 'company', title: 'Company login' }]);
    for (const name of ['github', '__proto__', 'constructor']) expect((await at.desk.visitor().post(`/auth/providers/${name}/visits`)).status).toBe(404);
  });
});

describe('somebody new', () => {
  test('comes in with Google at once, under an address that is Google’s own, and the same way again', async () => {
    const who = at.desk.visitor();
    const nora = newPerson();
    expect((await at.signIn(who, 'google', nora)).data).toMatchObject({ next: 'portal' });
    expect((await who.get('/me')).data).toMatchObject({ email: nora.email, name: nora.name });
    const again = at.desk.visitor();
    expect((await at.signIn(again, 'google', { ...nora, email: 'moved@gmail.com' })).data).toMatchObject({ next: 'portal' });
    expect((await again.get('/me')).data).toMatchObject({ email: nora.email });
    expect(await subjectsTo(nora.email)).toEqual([expect.stringContaining('Google now opens your account')]);
  });

  test('comes in with Microsoft where Microsoft says that the domain was verified', async () => {
    const who = at.desk.visitor();
    expect((await at.signIn(who, 'microsoft', newPerson({ email: 'edov@contoso.example', xms_edov: true }))).data.next).toBe('portal');
    expect(await isIn(who)).toBe(true);
  });

  test('comes in with the operator’s own provider, which tells the address when it is asked', async () => {
    const who = at.desk.visitor();
    expect((await at.signIn(who, 'company', newPerson({ email: 'new@company.example' }))).data.next).toBe('portal');
    expect((await who.get('/me')).data).toMatchObject({ email: 'new@company.example' });
  });

  test.each([
    ['google', { email: 'old.owner@elsewhere.example' }],
    ['microsoft', { email: 'typed.by.an.admin@elsewhere.example' }],
    ['company', { email: 'unverified@elsewhere.example', email_verified: false }],
  ] as const)('with an address for which %s cannot vouch proves it by a mailed code first', async (name, of) => {
    const who = at.desk.visitor();
    const person = newPerson(of);
    expect((await at.signIn(who, name, person)).data.next).toBe('prove_address');
    expect(await isIn(who)).toBe(false);
    expect((await who.get<AddressProof>('/auth/address-proof')).data).toMatchObject({ email: person.email, codeSent: false, passwords: true });
    await who.post('/auth/address-proof/mails');
    const code = await codeIn(person.email);
    expect((await who.post('/auth/address-proof', { mailedCode: code.toLowerCase().replace('-', ' ') })).data).toMatchObject({ next: 'portal' });
    expect((await who.get('/me')).data).toMatchObject({ email: person.email });
    expect((await at.signIn(at.desk.visitor(), name, person)).data.next).toBe('portal');
  });

  test('whose address Google has not verified, or of whom it tells none, is told so', async () => {
    for (const lack of [{ email_verified: false }, { email: undefined }]) {
      const refused = await at.signIn(at.desk.visitor(), 'google', newPerson(lack));
      expect([refused.status, refused.code]).toEqual([403, 'address_unverified']);
    }
  });
});

describe('Cora, who has an account', () => {
  test('is never linked by her address alone: she proves it with her password, once, and is told by mail', async () => {
    const who = await proving(cora.customer.email, 'cora at work');
    expect(await at.desk.app.db.query('plugin::portal.identity').count({ where: { subject: 'cora at work' } })).toBe(0);
    expect((await who.post('/auth/address-proof', { accountPassword: 'not hers' })).code).toBe('wrong_credentials');
    expect((await who.post('/auth/address-proof', { accountPassword: 'Portal-demo-2026' })).data).toMatchObject({ next: 'portal' });
    expect((await who.get('/me')).data).toMatchObject({ email: cora.customer.email });
    expect(await subjectsTo(cora.customer.email)).toEqual([expect.stringContaining('Company login now opens your account')]);
    expect((await at.signIn(at.desk.visitor(), 'company', { sub: 'cora at work', email: 'whatever@company.example' })).data.next).toBe('portal');
  });

  test('proves it by a mailed code too, which works in the browser that asked for it and nowhere else', async () => {
    const dora = await at.desk.customer('Dora Lane');
    const who = await proving(dora.customer.email, 'dora at work');
    await who.post('/auth/address-proof/mails');
    const code = await codeIn(dora.customer.email);
    const other = await proving(dora.customer.email, 'another of her name');
    await other.post('/auth/address-proof/mails');
    expect((await other.post('/auth/address-proof', { mailedCode: code })).code).toBe('code_invalid');
    expect((await at.desk.visitor().post('/auth/address-proof', { mailedCode: code })).code).toBe('provider_expired');
    expect((await who.post('/auth/address-proof', { mailedCode: code })).data).toMatchObject({ next: 'portal' });
    expect((await who.post('/auth/address-proof', { mailedCode: code })).code).toBe('provider_expired');
  });

  test('has five attempts, however they are made', async () => {
    const who = await proving(cora.customer.email, 'a guesser');
    await who.post('/auth/address-proof/mails');
    const codes = [];
    for (let attempt = 0; attempt < 7; attempt += 1) codes.push((await who.post('/auth/address-proof', attempt % 2 ? { mailedCode: 'AAAA-AAAA' } : { accountPassword: 'guessed' })).code);
    expect(codes.slice(-2)).toEqual(['provider_expired', 'provider_expired']);
    expect((await who.post('/auth/address-proof', { mailedCode: await codeIn(cora.customer.email) })).code).toBe('provider_expired');
  });

  test('cannot be flooded with codes', async () => {
    const eve = await at.desk.customer('Eve Flooded');
    const statuses = [];
    for (let visit = 0; visit < 6; visit += 1) {
      const who = await proving(eve.customer.email, `flooder ${visit}`);
      for (let mail = 0; mail < 4; mail += 1) statuses.push((await who.post('/auth/address-proof/mails')).status);
    }
    expect(statuses.filter((status) => status === 202)).toHaveLength(15);
    expect(statuses.slice(-4)).toEqual([429, 429, 429, 429]);
  });

  test('links a provider while she is signed in, sees it, and unlinks it', async () => {
    const { data: visit } = await cora.post<VisitStarted>('/me/identities/google/visits');
    expect((await cora.get('/me/identities')).data).toMatchObject({ linked: [{ provider: { name: 'company' } }] });
    at.providers.google.person = { sub: 'cora at google', email: 'cora.private@gmail.com', email_verified: true };
    expect((await at.comeBack(cora, 'google', await at.providers.google.visit(visit.address))).data).toEqual({ next: 'linked', goTo: null });
    expect((await at.signIn(at.desk.visitor(), 'google', { sub: 'cora at google' })).data.next).toBe('portal');
    const { data } = await cora.get<{ linked: { id: string; email: string; provider: { name: string } }[]; hasPassword: boolean }>('/me/identities');
    expect(data).toMatchObject({ hasPassword: true, offered: [{ name: 'microsoft', title: 'Microsoft' }] });
    const google = data.linked.find(({ provider }) => provider.name === 'google');
    expect(google?.email).toBe('cora.private@gmail.com');
    expect((await cora.delete(`/me/identities/${google?.id}`)).status).toBe(200);
    expect((await at.signIn(at.desk.visitor(), 'google', { sub: 'cora at google', email: 'cora.private@elsewhere.example', email_verified: true })).data.next).toBe('prove_address');
    expect((await subjectsTo(cora.customer.email))[0]).toContain('Google no longer opens your account');
  });
});

describe('who came with a provider', () => {
  test('cannot lock himself out, until he has set a password', async () => {
    const who = at.desk.visitor();
    const lone = newPerson();
    await at.signIn(who, 'google', lone);
    const ways = async () => (await who.get<{ linked: { id: string }[]; hasPassword: boolean }>('/me/identities')).data;
    const { linked: [only], hasPassword } = await ways();
    expect(hasPassword).toBe(false);
    expect((await who.delete(`/me/identities/${only?.id}`)).code).toBe('last_way_in');
    await who.post('/auth/password-reset-request', { email: lone.email });
    const code = /code=([\w-]+)/.exec((await mailsTo(at.desk, lone.email))[0]?.text ?? '')?.[1];
    expect((await who.post('/auth/password-reset', { code, password: 'a password of his own' })).status).toBe(200);
    expect((await who.post('/auth/login', { email: lone.email, password: 'a password of his own' })).status).toBe(200);
    expect(await ways()).toMatchObject({ hasPassword: true });
    expect((await who.delete(`/me/identities/${only?.id}`)).status).toBe(200);
  });

  test('is kept out where the desk took his access away, and is told so', async () => {
    const gone = newPerson();
    const who = at.desk.visitor();
    await at.signIn(who, 'google', gone);
    const { id } = (await at.desk.app.db.query('plugin::users-permissions.user').findOne({ where: { email: gone.email } })) as { id: number };
    await at.desk.app.db.query('plugin::portal.customer').update({ where: { userId: id }, data: { portalAccess: false } });
    expect(await at.signIn(at.desk.visitor(), 'google', gone)).toMatchObject({ status: 403, code: 'access_refused' });
  });

  test('whose account is gone is somebody new', async () => {
    const reborn = newPerson();
    const who = at.desk.visitor();
    await at.signIn(who, 'google', reborn);
    const users = at.desk.app.db.query('plugin::users-permissions.user');
    const { id } = (await users.findOne({ where: { email: reborn.email } })) as { id: number };
    await at.desk.app.db.query('plugin::portal.customer').deleteMany({ where: { userId: id } });
    await users.delete({ where: { id } });
    expect((await at.signIn(at.desk.visitor(), 'google', reborn)).data.next).toBe('portal');
  });

  test('finds no account where the desk makes them, and is told so', async () => {
    const max = await at.desk.agent('Max', ['settings.change']);
    await max.put('/settings/policy', { changes: { 'authentication.registrationDomains': ['contoso.example'] } });
    expect(await at.signIn(at.desk.visitor(), 'google', newPerson())).toMatchObject({ status: 403, code: 'registration_closed' });
    const claimed = at.desk.visitor();
    const person = newPerson({ email: 'claimed@elsewhere.example' });
    await at.signIn(claimed, 'google', person);
    await claimed.post('/auth/address-proof/mails');
    expect((await claimed.post('/auth/address-proof', { mailedCode: await codeIn(person.email) })).code).toBe('registration_closed');
    expect((await at.signIn(at.desk.visitor(), 'microsoft', newPerson({ email: 'welcome@contoso.example', xms_edov: true }))).data.next).toBe('portal');
    await max.put('/settings/policy', { changes: { 'authentication.registrationDomains': null } });
  });
});
