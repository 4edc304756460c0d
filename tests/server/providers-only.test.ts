import { bootProviderDesk, type ProviderDesk } from '../support/provider-desk';
import { PortalClient } from '../support/portal-client';

jest.setTimeout(60_000);
let at: ProviderDesk;
beforeAll(async () => {
  at = await bootProviderDesk({ PORTAL_SIGN_IN_METHOD: 'oauth' });
});
afterAll(() => at?.stop());

let people = 0;
const somebody = () => ({ sub: `somebody ${(people += 1)}`, email: `somebody${people}@gmail.com`, email_verified: true });

describe('where customers sign in with providers only', () => {
  test('no route takes or makes a password', async () => {
    const who = at.desk.visitor();
    const [code, password] = ['x'.repeat(43), 'long enough to be one'];
    const calls = { login: { email: 'a@b.example', password }, register: { name: 'A', email: 'a@b.example', password }, 'password-reset-request': { email: 'a@b.example' }, 'password-reset': { code, password }, 'email-confirmation': { code } };
    for (const [name, body] of Object.entries(calls)) expect([name, (await who.post(`/auth/${name}`, body)).status]).toEqual([name, 404]);
  });

  test('they come in with one, and cannot unlink the last', async () => {
    const who = at.desk.visitor();
    expect((await at.signIn(who, 'google', somebody())).data.next).toBe('portal');
    const { data } = await who.get<{ linked: { id: string }[]; hasPassword: boolean }>('/me/identities');
    expect(data.hasPassword).toBe(false);
    expect((await who.delete(`/me/identities/${data.linked[0]?.id}`)).code).toBe('last_way_in');
  });

  test('a mailed code is the only proof of an address', async () => {
    const who = at.desk.visitor();
    await at.signIn(who, 'microsoft', somebody());
    expect((await who.get('/auth/address-proof')).data).toMatchObject({ passwords: false });
    expect((await who.post('/auth/address-proof', { accountPassword: 'guessed' })).status).toBe(404);
  });

  test('no page asks for one', async () => {
    const client = new PortalClient(`${at.desk.url}/support`);
    const { html } = await client.request('/support/sign-in');
    expect(html).not.toContain('type="password"');
    expect(html).toContain('Continue with Company login');
    for (const page of ['register', 'forgot-password', 'reset-password?code=x']) expect((await client.request(`/support/${page}`)).status).toBe(404);
  });
});
