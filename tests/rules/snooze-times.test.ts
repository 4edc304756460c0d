import fc from 'fast-check';
import { latestSnooze, localMoment, snoozeEnd, snoozeSpans, typedMoment } from '../../plugin/admin/src/desk/snooze-times';

/** A moment in the agent's own time; 2026-03-02 is a Monday. */
const moment = (day: number, hour: number): Date => new Date(2026, 2, day, hour);

describe('a snooze', () => {
  test('ends when an agent would say it does', () => {
    expect(snoozeEnd('hour', moment(2, 10))).toEqual(moment(2, 11));
    expect(snoozeEnd('evening', moment(2, 10))).toEqual(moment(2, 18));
    expect(snoozeEnd('evening', moment(2, 20))).toEqual(moment(3, 18));
    expect(snoozeEnd('tomorrow', moment(2, 10))).toEqual(moment(3, 9));
    expect(snoozeEnd('monday', moment(2, 10))).toEqual(moment(9, 9));
    expect(snoozeEnd('monday', moment(4, 10))).toEqual(moment(9, 9));
    expect(snoozeEnd('monday', moment(8, 10))).toEqual(moment(9, 9));
    expect(snoozeEnd('week', moment(2, 10))).toEqual(moment(9, 9));
  });

  test('is never over before it begins, whenever that is', () => {
    fc.assert(fc.property(fc.date({ min: new Date(2020, 0), max: new Date(2040, 0), noInvalidDate: true }), fc.constantFrom(...snoozeSpans), (now, span) => snoozeEnd(span, now) > now));
  });

  test('can end at any time to come that a field for day and time holds, within a year', () => {
    const now = moment(2, 10);
    expect(localMoment(now)).toBe('2026-03-02T10:00');
    expect(typedMoment('2026-03-09T08:30', now)).toEqual(new Date(2026, 2, 9, 8, 30));
    for (const typed of ['', 'tomorrow', '2026-03-02T10:00', '2026-03-02T09:59', '2027-03-03T10:00', '9999-01-01T00:00']) expect([typed, typedMoment(typed, now)]).toEqual([typed, null]);
    expect(typedMoment(localMoment(latestSnooze(now)), now)).toEqual(latestSnooze(now));
  });
});
