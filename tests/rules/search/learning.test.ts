import { article, knowing, others, solved } from '../../support/search-memory';

const cache = article('cache', 'Empty the cache', 'Old pages are kept on the computer. Empty the cache to see new ones.');
const theme = article('theme', 'Change the theme', 'The look of the program can be changed to dark pages.');

describe('Learning from what helped before', () => {
  test('an answered question lifts the article for the next like it', async () => {
    const desk = await knowing([cache, theme, ...others]);
    expect(desk.found('everything looks outdated')).not.toContain('cache');
    await desk.memory.putExample(solved('t1', 'Everything looks outdated since Monday', 'cache'), async () => undefined);
    const [first] = desk.search('everything looks outdated').hits;
    expect(first?.key).toBe('cache');
    expect(first?.fromExamples).toBeGreaterThan(0.5);
  });

  test('taking it back takes the lift back, to the last digit', async () => {
    const desk = await knowing([cache, theme, ...others], [solved('t1', 'pages look outdated', 'theme')]);
    const taught = desk.search('pages look outdated');
    await desk.memory.putExample(solved('t2', 'pages look outdated and broken', 'cache'), async () => undefined);
    expect(desk.search('pages look outdated')).not.toEqual(taught);
    desk.memory.removeExample('t2');
    expect(desk.search('pages look outdated')).toEqual(taught);
  });

  test('one vague likeness does not beat an article that says it', async () => {
    const desk = await knowing([cache, theme, ...others], [solved('t1', 'The program is slow when I look at garden pictures on the computer', 'theme')]);
    expect(desk.found('empty the cache of the program')[0]).toBe('cache');
  });

  test('a lesson may name articles that are gone or not there yet', async () => {
    const desk = await knowing([theme], [solved('t1', 'outdated pages', 'cache')]);
    expect(desk.found('outdated')).toEqual([]);
    await desk.memory.putDocument(cache, async () => undefined);
    expect(desk.found('outdated')).toEqual(['cache']);
    desk.memory.removeDocument('cache');
    expect(desk.found('outdated')).toEqual([]);
  });

  test('the text of a past question is never in an answer', async () => {
    const desk = await knowing([cache, theme], [solved('t1', 'my secret hamster is called Bartholomew', 'cache')]);
    const answer = desk.search('hamster called Bartholomew');
    expect(answer.hits.map(({ key }) => key)).toEqual(['cache']);
    expect(JSON.stringify(answer)).not.toMatch(/hamster|bartholomew/i);
    expect(desk.search('Bartolomew').spelling).toBeNull();
  });
});
