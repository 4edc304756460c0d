import fc from 'fast-check';
import { businessHours, type BusinessHours, type Holiday, type Opening } from '../../../plugin/contracts/service-levels';
import { afterOpenTime, isOpen, openHours, openTimeBetween } from '../../../plugin/server/src/service-levels/business-hours';

const week = (from: string, to: string, days = [1, 2, 3, 4, 5]): Opening[] => days.map((day) => ({ day, from, to }));
const allDays = [1, 2, 3, 4, 5, 6, 7];
const closed = (from: string, to = from): Holiday => ({ name: 'Closed', from, to });

/** Desks by name: where, when open, and what is a holiday. */
const desks: Record<string, BusinessHours> = {
  office: { timeZone: 'Europe/Berlin', openings: week('09:00', '17:00'), holidays: [] },
  lunch: { timeZone: 'Europe/Berlin', openings: [...week('09:00', '12:00'), ...week('13:00', '17:30')], holidays: [] },
  nights: { timeZone: 'Europe/Berlin', openings: week('22:00', '06:00', allDays), holidays: [] },
  always: { timeZone: 'Europe/Berlin', openings: week('00:00', '24:00', allDays), holidays: [] },
  newYork: { timeZone: 'America/New_York', openings: week('00:00', '24:00', allDays), holidays: [] },
  newYorkOffice: { timeZone: 'America/New_York', openings: week('09:00', '17:00'), holidays: [closed('2026-11-26')] },
  lordHowe: { timeZone: 'Australia/Lord_Howe', openings: week('00:00', '24:00', allDays), holidays: [] },
  lordHoweEarly: { timeZone: 'Australia/Lord_Howe', openings: week('01:00', '03:00', allDays), holidays: [] },
  kathmandu: { timeZone: 'Asia/Kathmandu', openings: week('10:00', '18:00', [7, 1, 2, 3, 4, 5]), holidays: [] },
  utc: { timeZone: 'UTC', openings: week('08:00', '16:00'), holidays: [] },
  holidays: { timeZone: 'Europe/Berlin', openings: week('09:00', '17:00'), holidays: [closed('2026-12-24', '2026-12-26'), closed('2026-12-25', '2027-01-01')] },
  nightsHoliday: { timeZone: 'Europe/Berlin', openings: week('22:00', '06:00', allDays), holidays: [closed('2026-05-01')] },
  smallHours: { timeZone: 'Europe/Berlin', openings: week('02:15', '02:45', allDays), holidays: [] },
  samoa: { timeZone: 'Pacific/Apia', openings: week('09:00', '17:00', allDays), holidays: [] },
};
const hours = (name: string) => openHours(desks[name]!);

describe('the open minutes between two moments', () => {
  test.each([
    ['office', '2026-03-02T08:00Z', '2026-03-02T16:00Z', 480, 'a Monday, from opening to closing'],
    ['office', '2026-03-02T00:00Z', '2026-03-03T00:00Z', 480, 'a whole Monday'],
    ['office', '2026-03-02T09:30Z', '2026-03-02T10:15Z', 45, 'within the morning'],
    ['office', '2026-03-07T00:00Z', '2026-03-08T22:00Z', 0, 'a weekend'],
    ['office', '2026-03-06T15:00Z', '2026-03-09T09:00Z', 120, 'Friday’s last hour and Monday’s first'],
    ['office', '2026-03-02T10:00Z', '2026-03-02T10:00Z', 0, 'no time at all'],
    ['office', '2026-03-02T10:00Z', '2026-03-02T09:00Z', 0, 'the wrong way round'],
    ['office', '2026-03-27T00:00Z', '2026-03-31T00:00Z', 960, 'the weekend in which the clocks go on'],
    ['office', '2026-03-30T06:00Z', '2026-03-30T08:00Z', 60, 'the first Monday of summer time opens an hour earlier in UTC'],
    ['office', '2026-10-26T07:00Z', '2026-10-26T09:00Z', 60, 'the first Monday of winter time, an hour later again'],
    ['lunch', '2026-03-02T10:30Z', '2026-03-02T12:30Z', 60, 'over lunch'],
    ['lunch', '2026-03-02T00:00Z', '2026-03-03T00:00Z', 450, 'a day with lunch'],
    ['nights', '2026-03-02T12:00Z', '2026-03-03T12:00Z', 480, 'a night, through midnight'],
    ['nights', '2026-03-28T12:00Z', '2026-03-29T12:00Z', 420, 'the night in which an hour is skipped'],
    ['nights', '2026-10-24T12:00Z', '2026-10-25T12:00Z', 540, 'the night in which an hour comes twice'],
    ['always', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 1380, 'a day of 23 hours'],
    ['always', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 1500, 'a day of 25 hours'],
    ['always', '2026-01-01T00:00Z', '2027-01-01T00:00Z', 525_600, 'a year without closing'],
    ['newYork', '2026-03-08T05:00Z', '2026-03-09T04:00Z', 1380, 'New York’s day of 23 hours'],
    ['newYork', '2026-11-01T04:00Z', '2026-11-02T05:00Z', 1500, 'New York’s day of 25 hours'],
    ['newYorkOffice', '2026-11-26T00:00Z', '2026-11-27T05:00Z', 0, 'Thanksgiving'],
    ['newYorkOffice', '2026-11-25T21:00Z', '2026-11-27T15:00Z', 120, 'the hours around Thanksgiving'],
    ['newYorkOffice', '2026-03-06T21:00Z', '2026-03-09T14:00Z', 120, 'over the weekend in which New York’s clocks go on'],
    ['lordHowe', '2026-04-04T13:00Z', '2026-04-05T13:30Z', 1470, 'Lord Howe’s clocks go back by half an hour'],
    ['lordHowe', '2026-10-03T13:30Z', '2026-10-04T13:00Z', 1410, 'and on by half an hour'],
    ['lordHoweEarly', '2026-04-04T13:00Z', '2026-04-05T13:30Z', 150, 'the half hour that comes twice is open twice'],
    ['lordHoweEarly', '2026-10-03T13:30Z', '2026-10-04T13:00Z', 90, 'the half hour that is skipped is not open'],
    ['kathmandu', '2026-03-02T04:15Z', '2026-03-02T12:15Z', 480, 'a zone of five and three quarter hours'],
    ['kathmandu', '2026-03-07T00:00Z', '2026-03-08T05:15Z', 60, 'Saturday is closed there, Sunday is not'],
    ['utc', '2026-03-02T00:00Z', '2026-03-09T00:00Z', 2400, 'a week'],
    ['utc', '2024-02-29T00:00Z', '2024-03-01T00:00Z', 480, 'a leap day'],
    ['holidays', '2026-12-23T00:00Z', '2027-01-05T00:00Z', 960, 'overlapping holidays count once: the 23rd and the 4th are open'],
    ['holidays', '2026-12-26T00:00Z', '2026-12-29T00:00Z', 0, 'the second holiday goes on where the first ends'],
    ['nightsHoliday', '2026-04-30T12:00Z', '2026-05-02T12:00Z', 480, 'a holiday ends a night at midnight and begins the next at midnight'],
    ['smallHours', '2026-03-28T12:00Z', '2026-03-29T12:00Z', 0, 'an opening inside the skipped hour'],
    ['smallHours', '2026-10-24T12:00Z', '2026-10-25T12:00Z', 60, 'an opening inside the doubled hour'],
    ['samoa', '2011-12-28T10:00Z', '2012-01-01T10:00Z', 1920, 'the day that Samoa left out'],
  ])('%s: %s to %s is %i: %s', (name, from, to, expected) => {
    expect(openTimeBetween(hours(name), new Date(from), new Date(to)) / 60_000).toBe(expected);
  });
});

describe('the moment after so many open minutes', () => {
  test.each([
    ['office', '2026-03-02T08:00Z', 60, '2026-03-02T09:00Z', 'an hour after opening'],
    ['office', '2026-03-02T08:00Z', 480, '2026-03-02T16:00Z', 'a whole day ends at closing, not the next morning'],
    ['office', '2026-03-02T08:00Z', 481, '2026-03-03T08:01Z', 'a minute more is the next morning'],
    ['office', '2026-03-06T15:30Z', 60, '2026-03-09T08:30Z', 'over a weekend'],
    ['office', '2026-03-07T10:00Z', 15, '2026-03-09T08:15Z', 'from a Saturday on'],
    ['office', '2026-03-07T10:00Z', 0, '2026-03-07T10:00Z', 'no minute is now, open or not'],
    ['office', '2026-03-27T15:00Z', 120, '2026-03-30T08:00Z', 'over the change to summer time'],
    ['nights', '2026-03-28T21:00Z', 480, '2026-03-29T21:00Z', 'a night that is an hour short goes on in the next'],
    ['nights', '2026-10-24T20:00Z', 540, '2026-10-25T05:00Z', 'a night that is an hour long'],
    ['always', '2026-03-29T00:30Z', 60, '2026-03-29T01:30Z', 'without closing, an hour is an hour'],
    ['newYorkOffice', '2026-11-25T21:30Z', 60, '2026-11-27T14:30Z', 'over Thanksgiving'],
    ['lordHoweEarly', '2026-04-04T14:00Z', 120, '2026-04-04T16:00Z', 'into the doubled half hour'],
    ['kathmandu', '2026-03-06T11:15Z', 120, '2026-03-08T05:15Z', 'over a Saturday'],
    ['holidays', '2026-12-23T15:00Z', 120, '2027-01-04T09:00Z', 'over Christmas'],
    ['samoa', '2011-12-29T19:00Z', 600, '2011-12-30T21:00Z', 'over the day that was left out'],
  ])('%s: %s and %i minutes is %s: %s', (name, from, minutes, expected) => {
    expect(afterOpenTime(hours(name), new Date(from), minutes * 60_000)).toEqual(new Date(expected));
  });

  test('is none where ten years have not as many', () => {
    const oncePerWeek = openHours({ timeZone: 'UTC', openings: [{ day: 1, from: '10:00', to: '10:01' }], holidays: [] });
    expect(afterOpenTime(oncePerWeek, new Date('2026-01-01T00:00Z'), 525_600 * 60_000)).toBeNull();
    const closedForever = openHours({ timeZone: 'UTC', openings: week('09:00', '17:00'), holidays: [closed('2026-01-01', '2099-12-31')] });
    expect(afterOpenTime(closedForever, new Date('2026-01-01T00:00Z'), 1)).toBeNull();
  });
});

test('open is from the first minute to before the last', () => {
  const at = (moment: string) => isOpen(hours('office'), new Date(moment));
  expect([at('2026-03-02T07:59:59Z'), at('2026-03-02T08:00Z'), at('2026-03-02T15:59:59Z'), at('2026-03-02T16:00Z')]).toEqual([false, true, true, false]);
});

describe('business hours are refused', () => {
  const fine = desks.office!;
  test.each([
    ['in a zone that is none', { timeZone: 'Mars/Olympus' }],
    ['in a zone that is only an offset', { timeZone: '+05:00' }],
    ['that never open', { openings: [] }],
    ['that open and close at once', { openings: [{ day: 1, from: '09:00', to: '09:00' }] }],
    ['on an eighth day', { openings: [{ day: 8, from: '09:00', to: '10:00' }] }],
    ['at 25 o’clock', { openings: [{ day: 1, from: '25:00', to: '10:00' }] }],
    ['from 24:00 on', { openings: [{ day: 1, from: '24:00', to: '10:00' }] }],
    ['with a holiday that ends before it begins', { holidays: [closed('2026-12-26', '2026-12-24')] }],
    ['with a holiday on a day that is none', { holidays: [closed('2026-02-30')] }],
  ])('%s', (_what, part) => expect(businessHours.safeParse({ ...fine, ...part }).success).toBe(false));

  test('but not for holidays that overlap', () => expect(businessHours.safeParse(desks.holidays).success).toBe(true));
});

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const anyOpening = fc.tuple(fc.integer({ min: 1, max: 7 }), minuteOfDay, minuteOfDay).filter(([, from, to]) => from !== to).map(([day, from, to]): Opening => ({ day, from: clock(from), to: clock(to) }));
// Around both changes of every zone in the list.
const anyMoment = fc.oneof(...['2026-03-06', '2026-03-27', '2026-04-03', '2026-10-02', '2026-10-23', '2026-10-30'].map((day) => fc.integer({ min: 0, max: 5 * 1440 }).map((minute) => Date.parse(`${day}T00:00Z`) + minute * 60_000)));
const anyHoliday = fc.constantFrom(closed('2026-03-28', '2026-03-30'), closed('2026-10-25'), closed('2026-03-08'), closed('2026-10-04', '2026-10-05'));
const anyDesk = fc.record({ timeZone: fc.constantFrom(...zones), openings: fc.array(anyOpening, { minLength: 1, maxLength: 12 }), holidays: fc.array(anyHoliday, { maxLength: 3 }) });
const between = (desk: BusinessHours, from: number, to: number): number => openTimeBetween(openHours(desk), new Date(from), new Date(to));

describe('whatever the hours are', () => {
  test('what is open in two spans is open in both together', () => {
    fc.assert(fc.property(anyDesk, anyMoment, anyMoment, anyMoment, (desk, ...moments) => {
      const [one, two, three] = moments.toSorted((a, b) => a - b) as [number, number, number];
      expect(between(desk, one, two) + between(desk, two, three)).toBe(between(desk, one, three));
    }));
  });

  test('a longer span has never less, and never more than its own length', () => {
    fc.assert(fc.property(anyDesk, anyMoment, fc.nat(10_000), fc.nat(10_000), (desk, from, length, more) => {
      const [shorter, longer] = [between(desk, from, from + length * 60_000), between(desk, from, from + (length + more) * 60_000)];
      expect(shorter).toBeLessThanOrEqual(longer);
      expect(longer).toBeLessThanOrEqual((length + more) * 60_000);
    }));
  });

  test('counting back from the moment that was found gives what was asked for, and the moment is the first such', () => {
    fc.assert(fc.property(anyDesk, anyMoment, fc.integer({ min: 1, max: 4000 }), (desk, from, minutes) => {
      const found = afterOpenTime(openHours(desk), new Date(from), minutes * 60_000);
      if (!found) return;
      expect(between(desk, from, found.getTime())).toBe(minutes * 60_000);
      expect(between(desk, from, found.getTime() - 1)).toBe(minutes * 60_000 - 1);
    }));
  });

  test('it is what somebody counts who looks at the clock on the wall each minute', () => {
    const wall = new Map(zones.map((timeZone) => [timeZone, new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'short' })]));
    const looks = (desk: BusinessHours, moment: number): boolean => {
      const [date = '', time = ''] = wall.get(desk.timeZone)!.format(moment).split(', ');
      const weekday = (at: string): number => new Date(at).getUTCDay() || 7;
      const today = weekday(date);
      const yesterday = today === 1 ? 7 : today - 1;
      if (desk.holidays.some(({ from, to }) => from <= date && date <= to)) return false;
      return desk.openings.some(({ day, from, to }) => (from < to ? day === today && from <= time && time < to : (day === today && from <= time) || (day === yesterday && time < to)));
    };
    fc.assert(fc.property(anyDesk, anyMoment, fc.integer({ min: 1, max: 2000 }), (desk, from, length) => {
      const seen = Array.from({ length }, (_, minute) => looks(desk, from + minute * 60_000)).filter(Boolean).length;
      expect(between(desk, from, from + length * 60_000)).toBe(seen * 60_000);
    }), { numRuns: 60 });
  });
});
