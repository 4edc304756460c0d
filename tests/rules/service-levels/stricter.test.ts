import type { ServiceTarget } from '../../../plugin/contracts/service-levels';
import { openHours } from '../../../plugin/server/src/service-levels/business-hours';
import { dueColumns, spentAt, type Levels, type Promised } from '../../../plugin/server/src/service-levels/promises';
import { stricterOf } from '../../../plugin/server/src/service-levels/stricter';

const target = (segment: string | null, resolutionMinutes: number | null): ServiceTarget => ({ segment, priority: null, replyMinutes: 60, resolutionMinutes });
const hours = openHours({ timeZone: 'UTC', openings: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })), holidays: [] });
const levels: Levels = { hours, warnAtPercent: 75, targets: [target(null, 480), target('gold', 240)] };
const monday = (time: string): Date => new Date(`2026-03-02T${time}:00Z`);
const now = monday('12:00');
const ticket = (more: Partial<Promised> = {}): Promised => ({ turn: 'agent', turnSince: monday('10:00'), priority: 'normal', firstRepliedAt: monday('10:30'), segment: 'standard', spentSeconds: 0, replyAlarm: 'none', resolutionAlarm: 'none', ...more });
const dueOf = (one: Promised): string => dueColumns(levels, one).dueAt ?? '';
const merged = (into: Promised, from: Promised): Promised => ({ ...into, ...stricterOf(levels, into, from, 'normal', now) });
const hour = 3600;

describe('two tickets that become one', () => {
  test.each([
    ['the other waited longer', ticket({ turnSince: monday('11:00') }), ticket({ turnSince: monday('09:00') })],
    ['the other used more time before', ticket(), ticket({ turnSince: monday('11:00'), spentSeconds: 4 * hour })],
    ['this one waited longer', ticket({ turnSince: monday('09:00') }), ticket()],
    ['more was promised to the other', ticket(), ticket({ segment: 'gold' })],
    ['more was promised to this one', ticket({ segment: 'gold' }), ticket()],
  ])('are due no later than the sooner of them: %s', (_name, into, from) => {
    expect(dueOf(merged(into, from))).toBe([dueOf(into), dueOf(from)].sort()[0]);
    expect(merged(into, from).turnSince).toBe(into.turnSince);
  });

  test('count the longer of both times, not both', () => {
    const [into, from] = [ticket({ spentSeconds: hour }), ticket({ spentSeconds: 2 * hour })];
    expect(spentAt(levels, merged(into, from), now)).toBe(Math.max(spentAt(levels, into, now), spentAt(levels, from, now)));
    expect(merged(from, into).spentSeconds).toBe(2 * hour);
  });

  test('also where it is the customer’s turn: what was spent is not given back', () => {
    expect(merged(ticket({ turn: 'requester', spentSeconds: 0 }), ticket({ turn: 'requester', spentSeconds: 3 * hour }))).toMatchObject({ turn: 'requester', spentSeconds: 3 * hour });
  });

  test('keep what was missed, and what agents were told, in either; what is late by now counts as told', () => {
    expect(merged(ticket(), ticket({ replyAlarm: 'breached', resolutionAlarm: 'warned' }))).toMatchObject({ replyAlarm: 'breached', resolutionAlarm: 'warned' });
    expect(merged(ticket({ resolutionAlarm: 'breached' }), ticket())).toMatchObject({ resolutionAlarm: 'breached' });
    expect(merged(ticket(), ticket({ spentSeconds: 8 * hour }))).toMatchObject({ resolutionAlarm: 'breached' });
  });

  test('where nothing was promised to one, keep what was promised to the other', () => {
    const none: Levels = { ...levels, targets: [target('gold', 240)] };
    expect(stricterOf(none, ticket(), ticket({ segment: 'gold' }), 'normal', now).segment).toBe('gold');
    expect(stricterOf(none, ticket({ segment: 'gold' }), ticket(), 'normal', now).segment).toBe('gold');
    expect(stricterOf({ ...levels, targets: [] }, ticket(), ticket({ segment: 'gold' }), 'normal', now).segment).toBe('standard');
  });
});
