import { article, knowing, others, solved } from '../../support/search-memory';

const parcel = article('parcel', 'Where is my parcel?', 'Follow the parcel with its tracking number. A parcel that is late for five days counts as lost.');
const desk = () => knowing([parcel, article('address', 'Change the delivery address', 'The address of a parcel can be changed until it is sent.'), ...others]);

describe('Saying nothing when nothing fits', () => {
  test('a request that an article answers gets it', async () => {
    const { silent, hits, explanation } = (await desk()).suggest('Parcel is late', 'The tracking number says nothing, and the parcel has not come.');
    expect(silent).toBe(false);
    expect(hits[0]?.key).toBe('parcel');
    expect(explanation.relevance).toBeGreaterThanOrEqual(explanation.threshold);
  });

  test('a request about something else gets nothing, and it is said why', async () => {
    const { silent, hits, explanation } = (await desk()).suggest('Weather', 'Will it rain tomorrow, and how tall is the highest mountain of Peru?');
    expect(silent).toBe(true);
    expect(hits).toEqual([]);
    expect(explanation.relevance).toBeLessThan(explanation.threshold);
    expect(explanation.known).toBeLessThan(explanation.terms);
  });

  test('who asks may want to hear more, or less', async () => {
    const asked = ['Weather and parcels', 'Will it rain tomorrow on my parcel?'] as const;
    expect((await desk()).suggest(...asked, { leastRelevance: 0.1 }).silent).toBe(false);
    expect((await desk()).suggest(...asked, { leastRelevance: 99 })).toMatchObject({ silent: true, explanation: { threshold: 99 } });
  });

  test('an empty request gets nothing', async () => {
    for (const text of ['', '   ', '🎉🎉', '?!', 'the of and']) expect((await desk()).suggest(text, text)).toMatchObject({ silent: true, hits: [], explanation: { relevance: 0 } });
  });

  test('without any article there is silence', async () => {
    expect((await knowing([])).suggest('Parcel', 'late')).toMatchObject({ silent: true, hits: [] });
  });

  test('what was learned lets it speak', async () => {
    const asked = ['Yodel swallowed it', 'My Yodel order vanished without trace'] as const;
    expect((await desk()).suggest(...asked).silent).toBe(true);
    const learned = await knowing([parcel, ...others], [solved('1', 'Yodel has swallowed my order', 'parcel'), solved('2', 'order vanished with Yodel', 'parcel')]);
    expect(learned.suggest(...asked)).toMatchObject({ silent: false, hits: [{ key: 'parcel' }] });
  });
});
