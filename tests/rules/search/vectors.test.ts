import { encode } from '../../../plugin/server/src/search/vectors/vector-rows';
import { VectorStore } from '../../../plugin/server/src/search/vectors/worker/vector-store';
import { answerSearch, answerSuggest } from '../../../plugin/server/src/search/ranking/answer';
import { standard } from '../../../plugin/server/src/search/ranking/parameters';
import { article, knowing, others } from '../../support/search-memory';

const direction = (degrees: number): Float32Array<ArrayBuffer> => Float32Array.from([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);
/** A store with documents of one passage each, so many degrees away from a question at 0. */
const storeOf = (degrees: number[]): VectorStore => {
  const store = new VectorStore(2);
  store.hold({ hashes: degrees.map(String), encoded: degrees.map((each) => encode(direction(each))) });
  for (const [number, each] of degrees.entries()) store.put({ number, key: `at ${each}`, hashes: [String(each)] });
  return store;
};
const keys = (store: VectorStore, allowed: number[], count = 2): string[] => store.nearest({ vector: direction(0), allowed: Uint8Array.from(allowed), count }).map(({ key }) => key);

describe('What is near', () => {
  test('comes nearest first, each document once, by its nearest passage', () => {
    const store = storeOf([40, 10, 25]);
    store.put({ number: 3, key: 'long', hashes: ['40', '10', '25'] });
    expect(store.nearest({ vector: direction(0), allowed: Uint8Array.from([1, 1, 1, 1]), count: 3 })).toEqual([
      { key: 'at 10', passage: 0, likeness: expect.closeTo(Math.cos(Math.PI / 18)) },
      { key: 'long', passage: 1, likeness: expect.closeTo(Math.cos(Math.PI / 18)) },
      { key: 'at 25', passage: 0, likeness: expect.any(Number) },
    ]);
  });

  test('who may not find the nearest gets the next, and not less', () => {
    const store = storeOf([1, 2, 3, 50, 60]);
    expect(keys(store, [1, 1, 1, 1, 1])).toEqual(['at 1', 'at 2']);
    expect(keys(store, [0, 0, 0, 1, 1])).toEqual(['at 50', 'at 60']);
    expect(keys(store, [0, 0, 0, 0, 1])).toEqual(['at 60']);
    // A document that came after the question was put is not allowed before somebody says so.
    expect(keys(store, [])).toEqual([]);
  });

  test('goes with its document or its vector, and its place is used again', () => {
    const store = storeOf([10, 20, 30]);
    store.drop(0);
    store.forget(['20']);
    expect(keys(store, [1, 1, 1])).toEqual(['at 30']);
    store.hold({ hashes: ['5'], encoded: [encode(direction(5))] });
    store.put({ number: 0, key: 'new', hashes: ['5'] });
    expect(keys(store, [1, 1, 1])).toEqual(['new', 'at 30']);
  });

  test('vectors of another length, as of another model, are passed over', () => {
    const store = storeOf([10]);
    store.hold({ hashes: ['20'], encoded: [encode(Float32Array.from([1, 0, 0]))] });
    store.put({ number: 1, key: 'other', hashes: ['20'] });
    expect(keys(store, [1, 1])).toEqual(['at 10']);
    expect(store.nearest({ vector: Float32Array.from([1, 0, 0]), allowed: Uint8Array.from([1, 1]), count: 2 })).toEqual([]);
  });
});

describe('Vectors as a voice of the ranking', () => {
  const near = (key: string, likeness = 0.8) => [{ key, passage: 0, likeness }];
  const alone = { ...standard, leastLikeness: 0.5 };
  const asked = { text: 'garden chairs', language: 'en', audience: null, offset: 0, limit: 5 };

  test('the nearest of two that fit alike goes first', async () => {
    const { memory } = await knowing([article('one', 'Lamp', 'The lamp is broken today.'), article('two', 'Lamp', 'The lamp is broken today.'), ...others]);
    const first = (key: string) => answerSearch(memory, { ...asked, text: 'broken lamp' }, standard, near(key)).hits[0]?.key;
    expect([first('one'), first('two')]).toEqual(['one', 'two']);
  });

  test('what shares no word is found only where it is near enough', async () => {
    const { memory } = await knowing([article('far', 'Seats', 'Sit outside.'), ...others]);
    const keysOf = (parameters: typeof standard, likeness: number) => answerSearch(memory, asked, parameters, near('far', likeness)).hits.map(({ key }) => key);
    expect(keysOf(standard, 0.99)).not.toContain('far');
    expect(keysOf(alone, 0.4)).not.toContain('far');
    expect(keysOf(alone, 0.6)).toContain('far');
  });

  test('what is hidden, gone, or of another kind is not found by being near', async () => {
    const { memory } = await knowing([article('hidden', 'Seats', 'Sit outside.', { audiences: ['staff'], kind: 'garden' }), ...others]);
    const totals = (more: object) => answerSearch(memory, { ...asked, text: 'xyzzy', ...more }, alone, [...near('hidden'), ...near('gone')]).total;
    expect([totals({}), totals({ audience: 'staff' }), totals({ audience: 'staff', kind: 'house' })]).toEqual([0, 1, 0]);
  });

  test('where words would keep silent, what is near leads and is suggested; where they are sure, they lead', async () => {
    const { memory } = await knowing([article('far', 'Seats', 'Sit outside.'), ...others]);
    const suggest = (title: string, parameters = alone) => answerSuggest(memory, { title, text: '', language: 'en', audience: null, limit: 2 }, parameters, near('far'));
    expect(suggest('xyzzy')).toMatchObject({ silent: false, hits: [{ key: 'far' }], explanation: { likeness: 0.8 } });
    expect(suggest('xyzzy', standard)).toMatchObject({ silent: true, hits: [] });
    expect(suggest('garden chairs and tables')).toMatchObject({ silent: false, hits: [{ key: 'other-2' }, { key: 'far' }] });
  });
});
