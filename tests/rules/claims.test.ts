import { vouchedBy, type Claims } from '../../plugin/server/src/accounts/providers/claims';
import type { Provider } from '../../plugin/server/src/accounts/providers/provider';

const provider = (kind: Provider['kind'], verifiedDomains: string[] = []): Provider => ({ name: kind, title: kind, kind, issuer: 'https://id.example.com', clientId: 'id', clientSecret: 'secret', verifiedDomains });
const worth = (of: Provider, claims: Partial<Claims>): string => vouchedBy(of, { iss: 'https://id.example.com', sub: '1', ...claims }).address;

describe('an address', () => {
  test('of Google counts where Google owns the domain or hosts it, and says that it was verified', () => {
    const google = provider('google');
    expect(worth(google, { email: 'nora@gmail.com', email_verified: true })).toBe('proven');
    expect(worth(google, { email: 'nora@workspace.example', email_verified: true, hd: 'workspace.example' })).toBe('proven');
    expect(worth(google, { email: 'nora@elsewhere.example', email_verified: true })).toBe('claimed');
    for (const email_verified of [false, undefined, 'true', 1]) expect(worth(google, { email: 'nora@gmail.com', email_verified })).toBe('refused');
    expect(worth(google, { email: 'nora@notgmail.com', email_verified: true })).toBe('claimed');
  });

  test('of Microsoft counts where the owner of its domain was verified, or where the tenant is the operator’s own', () => {
    expect(worth(provider('microsoft'), { email: 'nora@contoso.example', email_verified: true })).toBe('claimed');
    for (const xms_edov of [true, 1, '1', 'true']) expect(worth(provider('microsoft'), { email: 'nora@contoso.example', xms_edov })).toBe('proven');
    for (const xms_edov of [false, 0, '0', 'false', undefined]) expect(worth(provider('microsoft'), { email: 'nora@contoso.example', xms_edov })).toBe('claimed');
    expect(worth(provider('microsoft', ['contoso.example']), { email: 'nora@contoso.example' })).toBe('proven');
    expect(worth(provider('microsoft', ['contoso.example']), { email: 'nora@sub.contoso.example' })).toBe('claimed');
  });

  test('of another provider counts where it says so; none at all never', () => {
    expect(worth(provider('oidc'), { email: 'nora@company.example', email_verified: true })).toBe('proven');
    expect(worth(provider('oidc'), { email: 'nora@company.example' })).toBe('claimed');
    for (const email of [undefined, '', 'no address', 7]) expect(worth(provider('oidc'), { email, email_verified: true })).toBe('refused');
  });
});

test('names and addresses are taken as a form’s are: in lower case, and no message of somebody else’s', () => {
  const claims = { iss: 'https://id.example.com', sub: '1', email: ' Nora@Company.EXAMPLE ', email_verified: true };
  expect(vouchedBy(provider('oidc'), { ...claims, name: 'Nora' })).toMatchObject({ email: 'nora@company.example', name: 'Nora' });
  for (const name of ['Visit https://evil.test', '', 7, 'x'.repeat(101)]) expect(vouchedBy(provider('oidc'), { ...claims, name }).name).toBeNull();
});
