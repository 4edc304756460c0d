import type { ServiceTarget } from '../../../plugin/contracts/service-levels';
import { openHours } from '../../../plugin/server/src/service-levels/business-hours';
import { alarmsAt, dueColumns, spentAt, standings, targetFor, type Levels, type Promised } from '../../../plugin/server/src/service-levels/promises';

const target = (segment: string | null, priority: ServiceTarget['priority'], replyMinutes: number | null, resolutionMinutes: number | null = null): ServiceTarget => ({ segment, priority, replyMinutes, resolutionMinutes });
const hours = openHours({ timeZone: 'UTC', openings: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })), holidays: [] });
/** A reply within four hours, a solution within two days of eight hours; urgent ones within one and four. */
const levels: Levels = { hours, warnAtPercent: 75, targets: [target(null, null, 240, 960), target(null, 'urgent', 60, 240)] };
const monday = (time: string): Date => new Date(`2026-03-02T${time}:00Z`);
const sent: Promised = { turn: 'agent', turnSince: monday('10:00'), priority: 'normal', firstRepliedAt: null, segment: 'standard', spentSeconds: 0, replyAlarm: 'none', resolutionAlarm: 'none' };
const iso = (text: string): string => new Date(text).toISOString();

describe('the target of a request', () => {
  const everybody = target(null, null, 1);
  const urgent = target(null, 'urgent', 2);
  const premium = target('premium', null, 3);
  const premiumUrgent = target('premium', 'urgent', 4);
  const all = [everybody, urgent, premium, premiumUrgent];

  test.each([
    ['standard', 'normal', everybody],
    ['standard', 'urgent', urgent],
    ['premium', 'normal', premium],
    ['premium', 'urgent', premiumUrgent],
    [null, 'urgent', urgent],
  ] as const)('of segment %s and priority %s is the most specific one', (segment, priority, expected) => {
    expect(targetFor(all, segment, priority)).toBe(expected);
    expect(targetFor(all.toReversed(), segment, priority)).toBe(expected);
  });

  test('of a segment goes before one of a priority', () => expect(targetFor([urgent, premium], 'premium', 'urgent')).toBe(premium));
  test('is none where none fits', () => expect(targetFor([premium], 'standard', 'low')).toBeNull());
});

describe('a request that was just sent', () => {
  test('is due for its first reply, and is looked at when the agents are to be warned', () => {
    expect(dueColumns(levels, sent)).toEqual({ dueAt: iso('2026-03-02T14:00Z'), dueFor: 'reply', warnAt: iso('2026-03-02T13:00Z'), lookAt: iso('2026-03-02T13:00Z') });
  });

  test('and was urgent, is due sooner', () => expect(dueColumns(levels, { ...sent, priority: 'urgent' })).toMatchObject({ dueAt: iso('2026-03-02T11:00Z') }));

  test('where nothing is promised, is never due', () => {
    expect(dueColumns({ ...levels, targets: [] }, sent)).toEqual({ dueAt: null, dueFor: null, warnAt: null, lookAt: null });
  });
});

describe('the clock', () => {
  const pending: Promised = { ...sent, turn: 'requester', turnSince: monday('12:00'), spentSeconds: 7200, firstRepliedAt: monday('12:00') };

  test('stands still while it is the customer’s turn', () => {
    expect(dueColumns(levels, pending)).toMatchObject({ dueAt: null, lookAt: null });
    expect(spentAt(levels, pending, monday('16:00'))).toBe(7200);
  });

  test('goes on from where it stood: two of sixteen hours are gone', () => {
    const back: Promised = { ...pending, turn: 'agent', turnSince: monday('16:00') };
    expect(dueColumns(levels, back)).toMatchObject({ dueFor: 'resolution', dueAt: iso('2026-03-04T14:00Z') });
    expect(spentAt(levels, back, new Date('2026-03-03T10:00Z'))).toBe(7200 + 2 * 3600);
  });

  test('has run out at once where more is gone than is promised', () => {
    const raised: Promised = { ...pending, turn: 'agent', turnSince: monday('16:00'), priority: 'urgent', spentSeconds: 20_000 };
    expect(dueColumns(levels, raised)).toMatchObject({ dueAt: iso('2026-03-02T16:00Z') });
  });

  test('runs no more once the request is solved', () => expect(dueColumns(levels, { ...pending, turn: 'nobody' })).toMatchObject({ dueAt: null }));
});

describe('what the agents are told', () => {
  const told = (ticket: Promised, moment: Date) => alarmsAt(levels, ticket, moment);

  test('nothing before the warning, then the warning, then the breach', () => {
    expect(told(sent, monday('12:59'))).toEqual([]);
    expect(told(sent, monday('13:00'))).toEqual([{ promise: 'reply', alarm: 'warned' }]);
    expect(told(sent, monday('14:00'))).toEqual([{ promise: 'reply', alarm: 'breached' }]);
  });

  test('each thing once', () => {
    expect(told({ ...sent, replyAlarm: 'warned' }, monday('13:30'))).toEqual([]);
    expect(told({ ...sent, replyAlarm: 'breached' }, monday('15:00'))).toEqual([]);
    expect(dueColumns(levels, { ...sent, replyAlarm: 'warned' })).toMatchObject({ lookAt: iso('2026-03-02T14:00Z') });
    expect(dueColumns(levels, { ...sent, replyAlarm: 'breached' })).toMatchObject({ dueAt: iso('2026-03-02T14:00Z'), lookAt: iso('2026-03-03T14:00Z') });
  });

  test('of both promises, when nobody looked for a week', () => {
    expect(told(sent, new Date('2026-03-09T10:00Z'))).toEqual([{ promise: 'reply', alarm: 'breached' }, { promise: 'resolution', alarm: 'breached' }]);
  });

  test('nothing while the customer has the turn', () => expect(told({ ...sent, turn: 'requester' }, monday('16:00'))).toEqual([]));
});

describe('how promises stand', () => {
  test('while both run', () => {
    expect(standings(levels, sent)).toEqual([
      { promise: 'reply', state: 'running', targetMinutes: 240, minutesLeft: null, dueAt: iso('2026-03-02T14:00Z') },
      { promise: 'resolution', state: 'running', targetMinutes: 960, minutesLeft: null, dueAt: iso('2026-03-04T10:00Z') },
    ]);
  });

  test('once the customer was answered in time: one is met, one waits for the customer', () => {
    expect(standings(levels, { ...sent, turn: 'requester', firstRepliedAt: monday('11:00'), spentSeconds: 3600 })).toMatchObject([{ state: 'met' }, { state: 'paused', minutesLeft: 900, dueAt: null }]);
  });

  test('once a breach was told, missed, whatever came after', () => {
    expect(standings(levels, { ...sent, turn: 'nobody', firstRepliedAt: monday('15:00'), replyAlarm: 'breached' })).toMatchObject([{ state: 'missed' }, { state: 'met' }]);
  });
});
