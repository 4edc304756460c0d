import { retryAt } from '../../plugin/server/src/platform/claim';
import { after, at, days, hours, inPresent, minutes, now, seconds } from '../../plugin/server/src/platform/clock';

const moment = new Date('2020-02-29T23:59:59Z');

describe('the clock', () => {
  test('counts in milliseconds', () => expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1000, 60_000, 3_600_000, 86_400_000]));

  test('lets a story be told as if it were then, also across waits', async () => {
    const told = await at(moment, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return now();
    });
    expect(told).toEqual(moment);
    expect(now().getFullYear()).toBeGreaterThan(2020);
  });

  test('of two stories told at once, each keeps its own time', async () => {
    const years = await Promise.all([2001, 2002].map((year) => at(new Date(Date.UTC(year, 5)), async () => (await Promise.resolve(), now().getUTCFullYear()))));
    expect(years).toEqual([2001, 2002]);
  });

  test('what goes on after a story is in the present', () => expect(at(moment, () => inPresent(() => now().getFullYear()))).toBeGreaterThan(2020));

  test('moves a moment without changing it', () => {
    expect(after(moment, seconds(1))).toEqual(new Date('2020-03-01T00:00:00Z'));
    expect(after(moment, -days(1))).toEqual(new Date('2020-02-28T23:59:59Z'));
    expect(moment.toISOString()).toBe('2020-02-29T23:59:59.000Z');
  });
});

test('what failed is tried again after ten seconds, then ever later, but at least hourly', () => {
  const waits = [1, 2, 3, 4, 9, 10, 12, 2000].map((attempts) => at(moment, () => retryAt(attempts)).getTime() - moment.getTime());
  expect(waits).toEqual([10, 20, 40, 80, 2560, 3600, 3600, 3600].map(seconds));
});
