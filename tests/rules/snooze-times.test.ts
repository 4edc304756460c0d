import fc from 'fast-check';
import { snoozeEnd, snoozeSpans } from '../../plugin/admin/src/desk/snooze-times';

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
});
