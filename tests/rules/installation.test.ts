import { config, type PortalConfig } from '../../plugin/server/src/config';
import { assemblePlugin } from '../../plugin/server/src/platform/assemble-plugin';
import type { Domain, Strapi } from '../../plugin/server/src/platform/domain';

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

  test('what is not built is refused in words, not ignored', () => {
    expect(start((given) => Object.assign(given.features, { liveChat: true }))).toContain('portal.config.features.liveChat: must be false: live chat is not built into this version');
    expect(start((given) => Object.assign(given.authentication, { method: 'token' }))).toContain('portal.config.authentication.method: must be "session"; "token" and "oauth" are not built into this version');
    expect(start((given) => (given.authentication.providers = ['google']))).toContain('portal.config.authentication.providers: must have "email"');
    expect(start((given) => Object.assign(given.authentication, { providers: ['email', 'myspace'] }))).toContain('portal.config.authentication.providers.1: must be "email", "google" or "microsoft"');
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
