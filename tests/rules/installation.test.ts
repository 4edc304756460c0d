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
      (given) => (given.limits.allowedFileTypes = ['.pdf']),
      (given) => (given.limits.maxFilesPerMessage = 21),
      (given) => (given.limits.rateLimiting.ticketsPerDay = 0),
      (given) => (given.publicUrl = 'help.example.com'),
    ];
    for (const change of wrong) expect(start(change)).toContain('cannot start with this configuration');
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
