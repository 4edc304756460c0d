import fc from 'fast-check';
import { hours } from '../../plugin/server/src/platform/clock';
import { medianHours } from '../../plugin/server/src/tickets/first-reply';
import { wordsFor } from '../../site/src/i18n';

const asked = new Date('2026-03-01T12:00:00Z');
const spans = (...lengths: number[]): [Date, Date][] => lengths.map((length) => [asked, new Date(asked.getTime() + hours(length))]);

describe('the promise of a first reply', () => {
  test('nothing is promised before ten requests were answered', () => {
    expect(medianHours(spans(...Array<number>(9).fill(2)))).toBeNull();
    expect(medianHours(spans(...Array<number>(10).fill(2)))).toBe(2);
  });

  test('one request that lay for a month does not change it', () => expect(medianHours(spans(1, 2, 2, 2, 3, 3, 3, 4, 4, 720))).toBe(3));

  test('answers within minutes are still called an hour', () => expect(medianHours(spans(...Array<number>(12).fill(0.05)))).toBe(1));

  test('lies between the quickest and the slowest, in whatever order they are counted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 10, maxLength: 60 }), (lengths) => {
        const median = medianHours(spans(...lengths))!;
        expect(median).toBeGreaterThanOrEqual(Math.min(...lengths));
        expect(median).toBeLessThanOrEqual(Math.max(...lengths));
        expect(lengths.filter((length) => length <= median).length).toBeGreaterThanOrEqual(lengths.length / 2);
        expect(medianHours(spans(...lengths.toReversed()))).toBe(median);
      }),
    );
  });

  test('is told in hours, then in days', () => {
    const { firstReply } = wordsFor('en').wizard;
    expect([1, 5, 47, 48, 72].map(firstReply)).toEqual(['an hour', '5 hours', '47 hours', '2 days', '3 days'].map((span) => `First answer usually within ${span}`));
  });
});
