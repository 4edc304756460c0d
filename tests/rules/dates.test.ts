import fc from 'fast-check';
import { languages, type Language } from '../../plugin/contracts/accounts';
import { clockTime, dayMonth, exactTime, relativeDay, relativeTime } from '../../site/src/i18n/dates';
import { fileSize, wholeNumber } from '../../site/src/i18n/numbers';

const now = new Date('2026-11-20T13:30:00Z');
const read = (moment: string, language: Language = 'en', timeZone = 'UTC') => [new Date(moment), { language, timeZone, now }] as const;
const said = (moment: string, language: Language = 'en', timeZone = 'UTC'): string => relativeTime(...read(moment, language, timeZone));

describe('a moment as people say it', () => {
  test('is near, then today, then a weekday, then a date', () => {
    expect(said('2026-11-20T13:29:30Z')).toBe('just now');
    expect(said('2026-11-20T13:29:00Z')).toBe('1 minute ago');
    expect(said('2026-11-20T12:31:00Z')).toBe('59 minutes ago');
    expect(said('2026-11-20T11:00:00Z')).toBe('2 hours ago');
    expect(said('2026-11-19T14:05:00Z')).toBe('yesterday at 14:05');
    expect(said('2026-11-16T09:12:00Z')).toBe('Monday at 09:12');
    expect(said('2026-11-13T09:12:00Z')).toBe('13 November at 09:12');
    expect(said('2025-11-20T09:12:00Z')).toBe('20 November 2025');
  });

  test('is said in German too', () => {
    expect(said('2026-11-20T11:00:00Z', 'de')).toBe('vor 2 Stunden');
    expect(said('2026-11-19T14:05:00Z', 'de')).toMatch(/^gestern .*14:05/);
    expect(said('2026-11-16T09:12:00Z', 'de')).toMatch(/^Montag .*09:12/);
  });

  test('follows the reader’s own midnight, not ours', () => {
    expect(said('2026-11-19T23:30:00Z', 'en', 'UTC')).toBe('yesterday at 23:30');
    expect(said('2026-11-19T23:30:00Z', 'en', 'Europe/Berlin')).toBe('14 hours ago');
    expect(said('2026-11-20T08:30:00Z', 'en', 'America/Los_Angeles')).toBe('5 hours ago');
    expect(said('2026-11-20T07:30:00Z', 'en', 'America/Los_Angeles')).toBe('yesterday at 23:30');
  });

  test('counts days by the calendar on the night when clocks change', () => {
    const reading = { language: 'en', timeZone: 'Europe/Berlin', now: new Date('2026-10-25T22:30:00Z') } as const;
    expect(relativeDay(new Date('2026-10-24T21:30:00Z'), reading)).toBe('yesterday');
    expect(relativeDay(new Date('2026-10-24T22:30:00Z'), reading)).toMatch(/hours ago/);
  });

  test('of a clock that runs ahead is not called past', () => {
    expect(said('2026-11-20T13:30:40Z')).toBe('just now');
    expect(said('2026-11-20T15:00:00Z')).toBe('today at 15:00');
    expect(said('2026-11-21T09:00:00Z')).toBe('tomorrow at 09:00');
    expect(said('2026-12-24T09:00:00Z')).toBe('24 December at 09:00');
  });

  test('never has a comma of Intl’s or a word of the other language in a list', () => {
    expect(relativeDay(...read('2026-11-16T09:12:00Z'))).toBe('Monday');
    expect(relativeDay(...read('2026-11-13T09:12:00Z', 'de'))).toBe('13. November');
    expect(relativeDay(...read('2025-03-01T09:12:00Z'))).toBe('1 March 2025');
  });

  test('is exact where nothing may be left to guess', () => {
    expect(clockTime(...read('2026-11-20T00:05:00Z'))).toBe('00:05');
    expect(dayMonth(...read('2026-12-31T23:30:00Z', 'en', 'Europe/Berlin'))).toBe('1 January 2027');
    expect(exactTime(...read('2026-11-20T08:12:00Z', 'en', 'Europe/Berlin'))).toMatch(/^Friday,? 20 November 2026 at 09:12 CET$/);
  });

  test('can be said of any moment, in any zone and language', () => {
    const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(moments, moments, zones, fc.constantFrom(...languages), (moment, present, timeZone, language) => {
        const reading = { language, timeZone, now: present };
        for (const say of [relativeTime, relativeDay, dayMonth, clockTime, exactTime]) expect(say(moment, reading)).not.toMatch(/undefined|NaN|Invalid|^$/);
        expect(relativeDay(moment, reading)).toBe(relativeDay(moment, reading));
      }),
    );
  });
});

describe('numbers as people say them', () => {
  test('a file has a size in the unit that fits', () => {
    expect([0, 999, 1024, 188_416, 2_516_582, 10_485_760, 26_214_400, 1_073_741_824].map((bytes) => fileSize(bytes, 'en'))).toEqual(['0 bytes', '999 bytes', '1 kB', '184 kB', '2.4 MB', '10 MB', '25 MB', '1 GB']);
    expect(fileSize(2_516_582, 'de')).toBe('2,4 MB');
  });

  test('it is never a thousand of a smaller unit', () => {
    fc.assert(fc.property(fc.nat(2 ** 31 - 1), (bytes) => expect(fileSize(bytes, 'en')).toMatch(/^\d{1,3}(\.\d)? (bytes?|kB|MB|GB)$/)));
    expect(fileSize(1_048_000, 'en')).toBe('1 MB');
  });

  test('thousands are grouped as the language does', () => expect([wholeNumber(50_000, 'en'), wholeNumber(50_000, 'de')]).toEqual(['50,000', '50.000']));
});
