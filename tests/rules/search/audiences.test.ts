import { article, knowing, others, solved } from '../../support/search-memory';

const secret = article('secret', 'Partner prices', 'The zebranium discount for partners is ninety per cent.', { audiences: ['partners'] });
const open = article('open', 'Prices', 'The discount for everyone is ten per cent.');

describe('Who may find what', () => {
  test('an article for partners is found by partners alone', async () => {
    const desk = await knowing([secret, open, ...others]);
    expect(desk.found('discount', { audience: 'partners' }).sort()).toEqual(['open', 'secret']);
    expect(desk.found('discount', { audience: 'students' })).toEqual(['open']);
    expect(desk.found('discount', { audience: null })).toEqual(['open']);
    expect(desk.search('discount').total).toBe(1);
  });

  test('answers to others are to the last digit what they would be without it', async () => {
    const past = [solved('1', 'zebranium discount please', 'secret'), solved('2', 'where is my discount', 'open')];
    const withSecret = await knowing([secret, open, ...others], past);
    const without = await knowing([open, ...others], past);
    for (const question of ['discount for partners', 'zebranium', 'ten per cent', 'zebraniun discout']) {
      expect(withSecret.search(question)).toEqual(without.search(question));
      expect(withSecret.suggest('Discount', question)).toEqual(without.suggest('Discount', question));
    }
  });

  test('spelling never tells a word that only hidden articles hold', async () => {
    const desk = await knowing([secret, open, ...others]);
    expect(desk.search('zebraniun').spelling).toBeNull();
    expect(desk.search('zebraniun', { audience: 'partners' }).spelling).toBe('zebranium');
  });

  test('nor a form of a word that only hidden articles write so', async () => {
    const desk = await knowing([article('h', 'Plans', 'Quibbling is forbidden.', { audiences: ['staff'] }), article('v', 'Plans', 'No quibble.'), ...others]);
    expect(desk.search('quibblign').spelling).toBeNull();
    expect(desk.search('quibblign', { audience: 'staff' }).spelling).toBe('quibbling');
  });

  test('nor does a mistyped word find the way through hidden articles', async () => {
    const desk = await knowing([article('h', 'Plans', 'Quibbling is forbidden.', { audiences: ['staff'] }), article('v', 'Plans', 'A quiz.'), ...others]);
    expect(desk.found('qiubbling')).toEqual([]);
    expect(desk.found('qiubbling', { audience: 'staff' })).toEqual(['h']);
  });

  test('what others were answered with a hidden article moves nothing', async () => {
    const desk = await knowing([secret, open, ...others], [solved('1', 'cheaper please', 'secret')]);
    expect(desk.found('cheaper please')).toEqual([]);
    expect(desk.found('cheaper please', { audience: 'partners' })).toEqual(['secret']);
  });
});
