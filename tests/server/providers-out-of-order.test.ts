import { bootProviderDesk, type ProviderDesk } from '../support/provider-desk';

jest.setTimeout(60_000);
let at: ProviderDesk;
beforeAll(async () => {
  at = await bootProviderDesk({ PORTAL_PROVIDERS: 'email,google,company' });
});
afterAll(() => at?.stop());

let people = 0;
const somebody = () => ({ sub: `somebody ${(people += 1)}`, email: `somebody${people}@gmail.com`, email_verified: true });

describe('while a provider is out of order', () => {
  afterEach(() => at.providers.google.breakDown(false));

  test('it is said so, and the others go on', async () => {
    at.providers.google.breakDown();
    const who = at.desk.visitor();
    expect(await who.post('/auth/providers/google/visits')).toMatchObject({ status: 503, code: 'provider_unavailable' });
    expect((await at.signIn(who, 'company', somebody())).data.next).toBe('portal');
  });

  test('an answer that it gave before cannot be taken; once it is back, all is as before', async () => {
    const who = at.desk.visitor();
    const query = await at.queryOf(who, 'google', somebody());
    at.providers.google.breakDown();
    expect(await at.comeBack(who, 'google', query)).toMatchObject({ status: 503, code: 'provider_unavailable' });
    at.providers.google.breakDown(false);
    expect((await at.signIn(at.desk.visitor(), 'google', somebody())).data.next).toBe('portal');
  });

  test('one that is configured and not named is not offered', async () => {
    expect((await at.desk.visitor().post('/auth/providers/microsoft/visits')).status).toBe(404);
    expect((await at.desk.visitor().get<{ signUp: object }>('/appearance')).data.signUp).toMatchObject({ providers: [{ name: 'google' }, { name: 'company' }], passwords: true });
  });
});
