import type { Span } from '../../plugin/contracts/analytics';
import { settledDays } from '../../plugin/server/src/analytics/settled-days';
import { at } from '../../plugin/server/src/platform/clock';
import { daysLater, startIn } from '../../plugin/server/src/service-levels/zone-days';

const zone = 'Europe/Berlin';
/** One search an hour since long ago: a span has as many as it has hours, also where the clocks change. */
const hoursOf = ({ from, to }: Span): number => (startIn(zone, daysLater(to, 1)).getTime() - startIn(zone, from).getTime()) / 3_600_000;
const counter = () => {
  const asked: Span[] = [];
  const days = settledDays<string>(async (span) => {
    asked.push(span);
    return { searches: { all: hoursOf(span), found: 1, opened: 0 }, suggestions: null };
  });
  return { asked, within: (from: string, to: string, part = '') => at(new Date('2026-04-10T12:00:00Z'), () => days.within({ from, to }, zone, part)) };
};

test('a span comes to what it is as a whole, over the change of the clocks, up to days that are still to come', async () => {
  for (const [from, to] of [['2026-03-20', '2026-04-02'], ['2026-03-29', '2026-03-29'], ['2026-04-01', '2026-04-30'], ['2026-04-10', '2026-04-12'], ['2025-04-01', '2026-04-10']] as const) {
    expect([from, (await counter().within(from, to)).searches?.all]).toEqual([from, hoursOf({ from, to })]);
  }
});

test('asked again with a day more, only days that are new or still change are counted', async () => {
  const { asked, within } = counter();
  await within('2026-03-10', '2026-04-08');
  asked.length = 0;
  await within('2026-03-09', '2026-04-09');
  expect(asked).toEqual([{ from: '2026-03-09', to: '2026-03-09' }, { from: '2026-04-07', to: '2026-04-09' }]);
});

test('a day of one part is not taken for another’s', async () => {
  const { asked, within } = counter();
  for (const part of ['de', 'en', 'de']) await within('2026-03-10', '2026-03-10', part);
  expect(asked.length).toBe(2);
});

test('what was not noted of a part stays unknown, and is no zero', async () => {
  expect((await counter().within('2026-03-10', '2026-03-12')).suggestions).toBeNull();
});

test('long spans are counted at once, not in hundreds of statements', async () => {
  const { asked, within } = counter();
  await within('2016-01-01', '2026-04-10');
  expect(asked).toEqual([{ from: '2016-01-01', to: '2026-04-10' }]);
});
