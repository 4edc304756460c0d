import { figuresBegin, figuresOf, median, type Measured } from '../../plugin/server/src/dashboard/figures';

const now = new Date('2026-11-26T12:00:00Z');
const hour = 3_600_000;
const sent = (moment: string, more: Partial<Measured> = {}): Measured => ({ sentAt: Date.parse(moment), firstReplyAt: null, doneAt: null, score: null, ...more });
const answeredIn = (moment: string, hours: number, more: Partial<Measured> = {}): Measured => sent(moment, { firstReplyAt: Date.parse(moment) + hours * hour, ...more });

describe('own figures', () => {
  test('go back twelve months on the reader’s own calendar', () => {
    expect(figuresBegin(now, 'UTC').toISOString()).toBe('2025-12-01T00:00:00.000Z');
    expect(figuresBegin(now, 'Europe/Berlin').toISOString()).toBe('2025-11-30T23:00:00.000Z');
    const { months } = figuresOf([sent('2026-10-31T23:30:00Z')], now, 'Europe/Berlin');
    expect([months.length, months[0]?.month, months.at(-1)]).toEqual([12, '2025-12', expect.objectContaining({ month: '2026-11', requests: 1 })]);
  });

  test('are medians, said only of three or more', () => {
    const two = [answeredIn('2026-11-01T10:00:00Z', 1), answeredIn('2026-11-02T10:00:00Z', 3)];
    expect(figuresOf(two, now, 'UTC')).toMatchObject({ requests: 2, answered: 2, firstReplyMinutes: null });
    const three = [...two, answeredIn('2026-09-02T10:00:00Z', 30, { score: 5 })];
    expect(figuresOf(three, now, 'UTC')).toMatchObject({ answered: 3, firstReplyMinutes: 180, solved: 0, resolutionMinutes: null, rated: 1, satisfaction: null });
    // One month may well have one: the table says how many there were.
    expect(figuresOf(three, now, 'UTC').months.at(-1)).toEqual({ month: '2026-11', requests: 2, firstReplyMinutes: 120, resolutionMinutes: null, satisfaction: null });
  });

  test('of ratings are an average to one place, and of nothing nothing', () => {
    const rated = [5, 4, 4].map((score) => sent('2026-11-01T10:00:00Z', { score }));
    expect(figuresOf(rated, now, 'UTC').satisfaction).toBe(4.3);
    expect(figuresOf([], now, 'UTC')).toMatchObject({ requests: 0, firstReplyMinutes: null, satisfaction: null });
    expect([median([]), median([7]), median([1, 2]), median([9, 1, 5])]).toEqual([null, 7, 1.5, 5]);
  });

  test('leave out what is older than the oldest month', () => {
    expect(figuresOf([sent('2025-11-30T12:00:00Z')], now, 'UTC').requests).toBe(0);
  });
});
