import plugins from '../../config/plugins';
import { config, type PortalConfig } from '../../plugin/server/src/config';
import { assemblePlugin } from '../../plugin/server/src/platform/assemble-plugin';
import type { Domain, Strapi } from '../../plugin/server/src/platform/domain';
import { scratchDirectory } from '../support/scratch';

const start = (change: (config: PortalConfig) => unknown): string => {
  const given = structuredClone(config.default);
  change(given);
  try {
    config.validator(given);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the configuration', () => {
  test('starts as it comes', () => expect(start(() => undefined)).toBe(''));

  test('allows by itself what was promised: 10 MB, five types of files, 10 requests a day, 20 replies an hour, no live chat', () => {
    const { url, limits, features } = config.default;
    expect([url, limits.maxFileSize, limits.allowedFileTypes]).toEqual(['/support', 10 * 1024 * 1024, ['pdf', 'jpg', 'png', 'doc', 'docx']]);
    expect([limits.rateLimiting.ticketsPerDay, limits.rateLimiting.commentsPerHour, features.liveChat]).toEqual([10, 20, false]);
  });

  test('that is wrong stops the start and says what, where and how to mend it', () => {
    const message = start((given) => {
      given.url = 'support';
      given.limits.maxFileSize = 0;
    });
    expect(message).toContain('portal.config.url: must be one path segment such as /support');
    expect(message).toContain('portal.config.limits.maxFileSize:');
    expect(message).toContain('docs/CONFIGURATION.md');
  });

  test('with a key that nobody knows does not start: it may be a limit that was meant', () => {
    expect(start((given) => Object.assign(given.limits, { maxFileSizes: 5 }))).toContain('portal.config.limits');
  });

  test('takes no path of two segments, no priority nobody knows, no type with a dot, no file count above twenty', () => {
    const wrong: ((given: PortalConfig) => unknown)[] = [
      (given) => (given.url = '/a/b'),
      (given) => (given.url = '/'),
      (given) => (given.priorities = []),
      (given) => Object.assign(given.limits, { allowedFileTypes: ['.pdf'] }),
      (given) => (given.limits.maxFilesPerMessage = 21),
      (given) => (given.limits.rateLimiting.ticketsPerDay = 0),
      (given) => (given.publicUrl = 'help.example.com'),
    ];
    for (const change of wrong) expect(start(change)).toContain('cannot start with this configuration');
  });
});

/** Strapi's `env` where no variable is set. */
const unset = Object.assign((_name: string, standard: unknown) => standard, Object.fromEntries(['int', 'bool', 'array', 'json'].map((kind) => [kind, (_name: string, standard: unknown) => standard])));

/** The keys at which the host application says something else than the plugin does by itself. */
const otherwise = (given: unknown, standard: unknown, at = ''): string[] => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return JSON.stringify(given) === JSON.stringify(standard) ? [] : [at];
  return Object.entries(given).flatMap(([key, value]) => otherwise(value, (standard as Record<string, unknown>)[key], at === '' ? key : `${at}.${key}`));
};

test('without a variable of the environment the host application differs from the plugin only where it is the demo company', () => {
  const before = process.env.PORTAL_DATA_DIR;
  process.env.PORTAL_DATA_DIR = scratchDirectory('configuration');
  const { portal } = plugins({ env: unset as unknown as Parameters<typeof plugins>[0]['env'] });
  if (before === undefined) delete process.env.PORTAL_DATA_DIR;
  else process.env.PORTAL_DATA_DIR = before;
  expect(otherwise(portal.config, config.default)).toEqual(['brand', 'mail.transport', 'mail.from', 'filesDirectory', 'site.directory']);
});

describe('segments and switches of the configuration', () => {
  const withSegments = (segments: object): string => start((given) => Object.assign(given, { segments }));

  test('a segment may differ in what it names, and inherit', () => {
    expect(withSegments({ gold: {}, premium: { title: 'Premium', inherits: 'gold', domains: ['big.example'], features: { prioritySupport: true }, limits: { rateLimiting: { ticketsPerDay: 5 } }, theme: { mode: 'dark', accent: '#ffd400' } } })).toBe('');
  });

  test('a feature that nobody knows is answered with those there are', () => {
    expect(withSegments({ premium: { features: { teleport: true } } })).toContain('portal.config.segments.premium.features: there is no "teleport"; there are: ticketSubmission');
    expect(start((given) => Object.assign(given.features, { teleport: true }))).toContain('portal.config.features: there is no "teleport"; there are:');
  });

  test('a circle, a parent that is not there, and the name of everybody are refused', () => {
    expect(withSegments({ a: { inherits: 'b' }, b: { inherits: 'a' } })).toContain('portal.config.segments.a.inherits: goes in a circle (a → b → a); let one of them inherit from none');
    expect(withSegments({ a: { inherits: 'gone' } })).toContain('portal.config.segments: must inherit from a segment that is configured here as well');
    expect(withSegments({ standard: {} })).toContain('portal.config.segments');
  });

  test('live chat takes origins without a path, and a secret that is long enough', () => {
    expect(start((given) => Object.assign(given.chat, { origins: ['https://shop.example.com/cart'] }))).toContain('portal.config.chat.origins.0: must be an origin such as https://shop.example.com, without a path');
    expect(start((given) => Object.assign(given.chat, { identitySecret: 'short' }))).toContain('portal.config.chat.identitySecret: must be empty or at least 32 characters');
  });

  test('a provider is configured whole or not at all, and reached over https', () => {
    expect(start((given) => (given.authentication.google.clientId = 'id'))).toContain('portal.config.authentication.google.clientSecret: clientId and clientSecret belong together: copy both from where you registered this portal at Google, or leave both empty');
    expect(start((given) => (given.authentication.microsoft.clientSecret = 'secret'))).toContain('portal.config.authentication.microsoft.clientSecret: clientId and clientSecret belong together');
    expect(start((given) => (given.authentication.google.issuer = 'http://accounts.example.com'))).toContain('portal.config.authentication.google.issuer: must begin with https://');
    expect(start((given) => (given.authentication.google.issuer = 'http://127.0.0.1:3000'))).toBe('');
    const company = { name: 'company', title: 'Company', issuer: 'https://login.example.com', clientId: 'id', clientSecret: 'secret' };
    const oidc = (...given: object[]): string => start(({ authentication }) => Object.assign(authentication, { oidc: given }));
    expect(oidc(company)).toBe('');
    expect(oidc({ ...company, clientSecret: '' })).toContain('portal.config.authentication.oidc.0.clientSecret: must be the secret that the provider gave this portal');
    expect(oidc(company, company)).toContain('portal.config.authentication.oidc: must have each name once');
    for (const name of ['google', 'connect', 'Company']) expect(oidc({ ...company, name })).toContain('portal.config.authentication.oidc');
  });

  test('a way in is left: passwords, or with the method “oauth” a provider', () => {
    expect(start((given) => (given.authentication.providers = ['google']))).toContain('portal.config.authentication.providers: must have "email", unless method is "oauth"');
    expect(start((given) => (given.authentication.providers = ['email', 'myspace']))).toContain('portal.config.authentication.providers: must be "email", "google", "microsoft" or names of authentication.oidc');
    expect(start((given) => (given.authentication.providers = ['email', 'google', 'microsoft']))).toBe('');
    expect(start((given) => (given.authentication.method = 'oauth'))).toContain('portal.config.authentication.method: is "oauth", so at least one provider must be configured');
    const google = { clientId: 'id', clientSecret: 'secret', issuer: 'https://accounts.google.com' };
    expect(start(({ authentication }) => Object.assign(authentication, { method: 'oauth', google }))).toBe('');
    expect(start(({ authentication }) => Object.assign(authentication, { method: 'oauth', google, providers: ['microsoft'] }))).toContain('portal.config.authentication.method');
    expect(start(({ authentication }) => Object.assign(authentication, { method: 'ldap' }))).toContain('portal.config.authentication.method: must be "session", "token" or "oauth"');
  });

  test('only a tenant of one’s own can vouch for addresses', () => {
    const microsoft = (given: object): string => start(({ authentication }) => Object.assign(authentication.microsoft, { clientId: 'id', clientSecret: 'secret', ...given }));
    expect(microsoft({ verifiedDomains: ['contoso.example'] })).toContain('portal.config.authentication.microsoft.verifiedDomains: needs a tenant of your own');
    expect(microsoft({ verifiedDomains: ['contoso.example'], tenant: '72f988bf-86f1-41af-91ab-2d7cd011db47' })).toBe('');
  });

  test('only keys of the policy can be locked, and only colours are colours', () => {
    expect(start((given) => Object.assign(given, { locked: ['limits.maxFileSizes'] }))).toContain('portal.config.locked.0: must be keys of the policy: features.ticketSubmission');
    expect(start((given) => (given.theme.accent = 'red'))).toContain('portal.config.theme.accent: must be a colour such as #334fb8');
  });
});

describe('a plugin made of domains', () => {
  const strapi = {} as Strapi;

  test('refuses two things of one name, and says where the second is', () => {
    const one: Domain = { services: { clock: () => ({}) } };
    expect(() => assemblePlugin({ one, two: one }, {})).toThrow('two services named "clock" (the second in "two")');
  });

  test('rises in the order of ranks and goes down the other way, as often as it is asked', async () => {
    const said: string[] = [];
    const domain = (name: string): Domain => ({ bootstrap: () => void said.push(`up ${name}`), destroy: () => void said.push(`down ${name}`) });
    const plugin = assemblePlugin({ low: domain('low'), high: domain('high') }, {});
    for (const phase of ['bootstrap', 'destroy', 'destroy'] as const) await plugin[phase]({ strapi });
    expect(said).toEqual(['up low', 'up high', 'down high', 'down low', 'down high', 'down low']);
  });
});
