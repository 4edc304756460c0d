import type { VisitStarted } from '../../plugin/contracts/providers';
import { bootProviderDesk, type ProviderDesk } from '../support/provider-desk';
import { PortalClient } from '../support/portal-client';

jest.setTimeout(60_000);
let at: ProviderDesk;
beforeAll(async () => {
  at = await bootProviderDesk();
});
afterAll(() => at?.stop());

let people = 0;
const somebody = (of: object = {}) => ({ sub: `somebody ${(people += 1)}`, email: `somebody${people}@gmail.com`, email_verified: true, ...of });
const rows = (name: 'identity' | 'provider-visit' | 'session') => at.desk.app.db.query(`plugin::portal.${name}`);
const changed = (query: string, change: (query: URLSearchParams) => void): string => {
  const parameters = new URLSearchParams(query);
  change(parameters);
  return parameters.toString();
};

describe('an answer of a provider', () => {
  test('is taken once: a replayed one opens nothing, in the same browser neither', async () => {
    const who = at.desk.visitor();
    const query = await at.queryOf(who, 'google', somebody());
    expect((await at.comeBack(who, 'google', query)).status).toBe(200);
    expect(await at.comeBack(who, 'google', query)).toMatchObject({ status: 400, code: 'provider_expired' });
  });

  test('that comes back twice at once makes one account and one link', async () => {
    const person = somebody();
    const who = at.desk.visitor();
    const query = await at.queryOf(who, 'google', person);
    const answers = await Promise.all(Array.from({ length: 5 }, () => at.comeBack(who, 'google', query)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'provider_expired')).toHaveLength(4);
    expect(await rows('identity').count({ where: { subject: person.sub } })).toBe(1);
  });

  test('of two browsers of one person at once makes one account, and both come in', async () => {
    const person = somebody();
    const both = [at.desk.visitor(), at.desk.visitor()];
    const queries = [await at.queryOf(both[0]!, 'google', person), await at.queryOf(both[1]!, 'google', person)];
    const answers = await Promise.all(both.map((who, index) => at.comeBack(who, 'google', queries[index]!)));
    expect(answers.map(({ data }) => data?.next)).toEqual(['portal', 'portal']);
    expect(await at.desk.app.db.query('plugin::users-permissions.user').count({ where: { email: person.email } })).toBe(1);
  });

  test('of two providers that tell one new address at once makes one account, for whoever was first', async () => {
    const email = 'two.ways@company.example';
    const both = [at.desk.visitor(), at.desk.visitor()] as const;
    const queries = [await at.queryOf(both[0], 'microsoft', somebody({ email, xms_edov: true })), await at.queryOf(both[1], 'company', somebody({ email }))] as const;
    const answers = await Promise.all([at.comeBack(both[0], 'microsoft', queries[0]), at.comeBack(both[1], 'company', queries[1])]);
    expect(answers.map(({ data }) => data.next).sort()).toEqual(['portal', 'prove_address']);
    expect(await at.desk.app.db.query('plugin::users-permissions.user').count({ where: { email } })).toBe(1);
  });

  test('to another browser opens nothing, and is left for the one that asked', async () => {
    const [cora, mallory] = [at.desk.visitor(), at.desk.visitor()];
    const query = await at.queryOf(cora, 'google', somebody());
    expect((await at.comeBack(mallory, 'google', query)).code).toBe('provider_other_browser');
    await mallory.post('/auth/providers/google/visits');
    expect((await at.comeBack(mallory, 'google', query)).code).toBe('provider_other_browser');
    expect((await mallory.get('/me')).status).toBe(401);
    expect((await at.comeBack(cora, 'google', query)).status).toBe(200);
  });

  test('with the code of another visit is refused by PKCE, be it of the same browser', async () => {
    const who = at.desk.visitor();
    const [first, second] = [await at.queryOf(who, 'google', somebody()), await at.queryOf(who, 'google', somebody())];
    const mixed = changed(first, (query) => query.set('code', new URLSearchParams(second).get('code') ?? ''));
    expect(await at.comeBack(who, 'google', mixed)).toMatchObject({ status: 400, code: 'provider_answer_refused' });
    expect((await who.get('/me')).status).toBe(401);
  });

  test('with another nonce than was asked for is refused', async () => {
    const who = at.desk.visitor();
    const query = await at.queryOf(who, 'google', somebody(), (address) => address.searchParams.set('nonce', 'of-somebody-elses-visit'));
    expect((await at.comeBack(who, 'google', query)).code).toBe('provider_answer_refused');
  });

  test('with another challenge than ours is refused', async () => {
    const who = at.desk.visitor();
    const query = await at.queryOf(who, 'google', somebody(), (address) => address.searchParams.set('code_challenge', 'A'.repeat(43)));
    expect((await at.comeBack(who, 'google', query)).code).toBe('provider_answer_refused');
  });

  test('of another issuer is refused: by what the answer says, and by what the token says', async () => {
    const who = at.desk.visitor();
    const query = await at.queryOf(who, 'google', somebody());
    expect((await at.comeBack(who, 'google', changed(query, (parameters) => parameters.set('iss', at.providers.company.issuer)))).code).toBe('provider_answer_refused');
    const tenant = await at.queryOf(who, 'microsoft', somebody({ tid: '11111111-2222-3333-4444-555555555555', xms_edov: true }));
    expect((await at.comeBack(who, 'microsoft', tenant)).code).toBe('provider_answer_refused');
  });

  test('at the return address of another provider is refused, and is over', async () => {
    const who = at.desk.visitor();
    const query = await at.queryOf(who, 'google', somebody());
    expect((await at.comeBack(who, 'company', query)).code).toBe('provider_answer_refused');
    expect((await at.comeBack(who, 'google', query)).code).toBe('provider_expired');
  });

  test('without a state, with two, or with one that was made up is none', async () => {
    const who = at.desk.visitor();
    const query = await at.queryOf(who, 'google', somebody());
    for (const state of ['', 'A'.repeat(43), '%00', 'x'.repeat(5000)]) expect((await at.comeBack(who, 'google', changed(query, (parameters) => parameters.set('state', state)))).code).toBe('provider_expired');
    expect((await at.comeBack(who, 'google', 'error=access_denied')).code).toBe('provider_expired');
    expect((await at.comeBack(who, 'google', changed(query, (parameters) => parameters.append('state', 'another')))).code).toBe('provider_answer_refused');
  });

  test('that comes after a quarter of an hour is too late', async () => {
    const who = at.desk.visitor();
    const query = await at.queryOf(who, 'google', somebody());
    await rows('provider-visit').updateMany({ where: { stage: 'left' }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await at.comeBack(who, 'google', query)).code).toBe('provider_expired');
  });
});

describe('what somebody else wants', () => {
  test('to open Cora’s account by claiming her address: he is asked for what only she has, and learns nothing of her', async () => {
    const cora = await at.desk.customer('Cora Bell');
    const stranger = at.desk.visitor();
    const shown = async (email: string) => {
      expect((await at.signIn(stranger, 'microsoft', somebody({ email }))).data).toEqual({ next: 'prove_address', goTo: null });
      const { text } = await stranger.get('/auth/address-proof');
      return text.replaceAll(email, '…');
    };
    expect(await shown(cora.customer.email)).toBe(await shown('nobody.at.all@example.com'));
    expect(await rows('identity').count({ where: { customerId: cora.customer.customerId } })).toBe(0);
  });

  test('to have his provider linked to her account: the visit is hers who began it, and ends with her session', async () => {
    const [dora, mallory] = [await at.desk.customer('Dora Lane'), await at.desk.customer('Mallory Finch')];
    const { data } = await mallory.post<VisitStarted>('/me/identities/google/visits');
    at.providers.google.person = somebody();
    const query = await at.providers.google.visit(data.address);
    expect((await at.comeBack(dora, 'google', query)).code).toBe('provider_other_browser');
    // Even with Mallory’s cookie in her browser, it is not his session there.
    dora.cookies.set('portal_visit', mallory.cookies.get('portal_visit') ?? '');
    expect((await at.comeBack(dora, 'google', query)).code).toBe('provider_other_browser');
    expect(await rows('identity').count({ where: { customerId: dora.customer.customerId } })).toBe(0);
  });

  test('to link what opens another’s account: it stays where it is', async () => {
    const [eve, finn] = [await at.desk.customer('Eve Stone'), await at.desk.customer('Finn Gray')];
    const person = somebody();
    for (const [who, code] of [[eve, undefined], [finn, 'identity_taken']] as const) {
      const { data } = await who.post<VisitStarted>('/me/identities/google/visits');
      at.providers.google.person = person;
      expect((await at.comeBack(who, 'google', await at.providers.google.visit(data.address))).code).toBe(code);
    }
    expect(await rows('identity').count({ where: { customerId: finn.customer.customerId } })).toBe(0);
  });

  test('to be sent on to a place of his own after the sign-in: it ends on the portal', async () => {
    for (const goTo of ['https://evil.test/', '//evil.test/', '/\\evil.test', '/..//evil.test', 'javascript:alert(1)']) {
      const client = new PortalClient(`${at.desk.url}/support`);
      const page = await client.submit('/support/sign-in', '/support/sign-in/google', { return: goTo });
      expect(page.status).toBe(200);
      const address = page.headers.get('refresh')?.slice('0;url='.length) ?? '';
      expect(new URL(address).origin).toBe(at.providers.google.issuer);
      at.providers.google.person = somebody();
      const back = await client.request(`/support/sign-in/google/return?${await at.providers.google.visit(address)}`);
      expect([back.status, new URL(back.location, at.desk.url).origin]).toEqual([303, at.desk.url]);
      expect(back.location).toMatch(/^\/support(\/|$)/);
    }
  });

  test('to begin a sign-in from his own page: no form of another site is taken', async () => {
    const client = new PortalClient(`${at.desk.url}/support`);
    const body = new URLSearchParams({ return: '/' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await client.request('/support/sign-in/google', { method: 'POST', body, headers: { ...headers, origin: 'https://evil.test' } })).status).toBe(403);
    expect((await client.request('/support/sign-in/google', { method: 'POST', body, headers })).location).toBe('/support/sign-in');
  });
});
