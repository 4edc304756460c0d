import { standard } from '../../../plugin/server/src/search/ranking/parameters';
import { Scoring, rarityOf } from '../../../plugin/server/src/search/ranking/score';
import { article, knowing, others } from '../../support/search-memory';

/** Scores of two tiny articles for one word, straight from the formula's parts. */
const scored = async () => {
  const { memory } = await knowing([article('short', 'Apple', 'apple pear'), article('long', 'Fruit', 'pear plum cherry apple apple grape')]);
  const shard = memory.shards.get('en');
  if (!shard) throw new Error('no shard');
  const scoring = new Scoring(shard, memory.viewOf(shard, null, standard), 4, standard);
  scoring.add({ term: 'appl', number: shard.terms.get('appl') ?? null, weight: 1, own: true });
  return scoring;
};

describe('How articles are ranked', () => {
  test('rarity is the inverse document frequency of BM25', () => {
    expect(rarityOf(10, 1)).toBeCloseTo(Math.log(1 + 9.5 / 1.5), 12);
    expect(rarityOf(10, 10)).toBeGreaterThan(0);
  });

  test('passages score as BM25 reckoned by hand', async () => {
    const { scores } = await scored();
    const rarity = Math.log(1 + (2 - 2 + 0.5) / (2 + 0.5));
    // Two passages of 2 and 6 terms, 4 on average; k1 = 1.5, b = 0.5.
    const byHand = (times: number, length: number): number => (rarity * times * 2.5) / (times + 1.5 * (0.5 + (0.5 * length) / 4));
    expect(scores.units[2]).toBeCloseTo(byHand(1, 2), 5);
    expect(scores.units[5]).toBeCloseTo(byHand(2, 6), 5);
  });

  test('documents score as BM25F reckoned by hand', async () => {
    const { scores } = await scored();
    const rarity = Math.log(1 + 0.5 / 2.5);
    // Titles are of one term each, so their weight is the full 3; texts are of 2 and 6 terms, 4 on average, b = 0.75; saturation 4.
    const byHand = (held: number): number => (rarity * held * 5) / (4 + held);
    expect(scores.documents[0]).toBeCloseTo(byHand(3 + 1 / (0.25 + 0.75 * 0.5)), 5);
    expect(scores.documents[1]).toBeCloseTo(byHand(2 / (0.25 + 0.75 * 1.5)), 5);
  });

  test('an article with both words comes before one that repeats the first', async () => {
    const desk = await knowing([article('both', 'Printer', 'Reset the printer password here.'), article('one', 'Passwords', 'A password is a password. Any password will do, as long as the password is long.'), ...others]);
    expect(desk.found('printer password')[0]).toBe('both');
  });

  test('keywords find an article that never says the word', async () => {
    const desk = await knowing([article('sso', 'Single sign-on', 'Use the company account.', { keywords: ['SAML', 'Okta'] }), ...others]);
    expect(desk.found('okta')).toEqual(['sso']);
  });

  test('synonyms find it too, stop words of the editors find nothing', async () => {
    const desk = await knowing([article('mobile', 'Your mobile', 'Charge the mobile overnight.'), ...others]);
    await desk.memory.setWords('en', { synonyms: [['cell phone', 'mobile', 'handset']], stopWords: ['overnight'] });
    expect(desk.found('my cell phone')).toEqual(['mobile']);
    expect(desk.found('handset')).toEqual(['mobile']);
    expect(desk.found('phone')).toEqual([]);
    expect(desk.search('overnight').total).toBe(0);
  });

  test('the passage that fits is shown, with its words marked', async () => {
    const sections = [
      { heading: 'Install', anchor: 'install', text: `${'Put the disc in the drive and wait. '.repeat(10)}` },
      { heading: 'Remove', anchor: 'remove', text: `To uninstall it, open the control panel. ${'Then follow what it says. '.repeat(10)}` },
    ];
    const desk = await knowing([article('setup', 'Setup', '', { sections }), ...others]);
    const [hit] = desk.search('control panel').hits;
    expect(hit?.passage.anchor).toBe('remove');
    expect(hit?.passage.marks.map(([from, to]) => hit.passage.text.slice(from, to))).toEqual(['control', 'panel']);
    expect(hit?.coverage).toBe(1);
  });

  test('pages of results follow each other without gap or repetition', async () => {
    const desk = await knowing(Array.from({ length: 25 }, (_, number) => article(`a${number}`, 'Shipping', `Shipping to zone ${number}.`)));
    const all = desk.found('shipping', { limit: 50 });
    expect(desk.search('shipping').total).toBe(25);
    expect([...desk.found('shipping', { limit: 10 }), ...desk.found('shipping', { offset: 10, limit: 10 }), ...desk.found('shipping', { offset: 20, limit: 10 })]).toEqual(all);
  });

  test('only articles of the asked kind and language are found', async () => {
    const desk = await knowing([article('a', 'Delivery', 'Delivery times', { kind: 'shop' }), article('b', 'Delivery', 'Delivery times', { kind: 'press' }), article('c', 'Delivery', 'Delivery', { language: 'de' })]);
    expect(desk.found('delivery', { kind: 'press' })).toEqual(['b']);
    expect(desk.search('delivery', { kind: 'press' }).total).toBe(1);
    expect(desk.found('delivery', { language: 'de' })).toEqual(['c']);
    expect(desk.found('delivery', { language: 'fr' })).toEqual([]);
    expect(desk.found('delivery', { language: 'de-AT' })).toEqual(['c']);
  });

  test('an article that moves to another language leaves the old one', async () => {
    const desk = await knowing([article('a', 'Delivery', 'Delivery times'), article('a', 'Lieferung', 'Delivery', { language: 'de' })]);
    expect(desk.found('delivery')).toEqual([]);
    expect(desk.found('delivery', { language: 'de' })).toEqual(['a']);
  });

  test('the order does not depend on the order of arrival', async () => {
    const articles = [article('x', 'Tea', 'green tea'), article('y', 'Tea', 'green tea'), article('z', 'Tea', 'green tea and cake')];
    expect((await knowing([...articles].reverse())).found('green tea')).toEqual((await knowing(articles)).found('green tea'));
  });
});
