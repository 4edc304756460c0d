import { askedWords, distinctWords, wordsIn } from '../../plugin/server/src/tickets/words/cut';
import { excerptOf } from '../../plugin/server/src/tickets/words/excerpt';

const words = (text: string): string[] => wordsIn(text).map(({ folded }) => folded);

describe('the words of a ticket', () => {
  test('are compared without case, accents, punctuation and lone letters', () => {
    expect(words('Où est l’ARTICLE de M. Müller? A–Z: 1.5 kg, R-7K2M9Q!')).toEqual(['ou', 'est', 'article', 'de', 'muller', '15', 'kg', '7k2m9q']);
    expect(words('cora.bell@example.com')).toEqual(['cora', 'bell', 'example', 'com']);
  });

  test('are found where a script puts no spaces', () => {
    expect(words('荷物が届きません')).toContain('荷物');
    expect(words('الطلب لم يصل')).toEqual(['الطلب', 'لم', 'يصل']);
  });

  test('are kept once each, and of endless texts not all', () => {
    expect(distinctWords(['The parcel', 'the PARCEL is late'])).toBe('the parcel is late');
    const endless = Array.from({ length: 60_000 }, (_, n) => `word${n}`).join(' ');
    expect(distinctWords([endless]).length).toBeLessThanOrEqual(250_000);
  });

  test('hold no letter that a database takes for more than a letter', () => {
    for (const text of ['"a" OR (b) NEAR *', "it's 'quoted' & |!:*<->", 'heading : x ^ -y {z}', '%_\\ \u0000']) for (const word of words(text)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
  });
});

describe('a question', () => {
  test('also finds longer words, but not by two or three letters', () => {
    expect(askedWords('my parcel has')).toEqual([{ word: 'my', begins: false }, { word: 'parcel', begins: true }, { word: 'has', begins: false }]);
    expect(askedWords('荷物')).toEqual([{ word: '荷物', begins: true }]);
    expect(askedWords('?!')).toEqual([]);
    expect(askedWords(Array.from({ length: 60 }, (_, n) => `w${n}`).join(' '))).toHaveLength(20);
  });
});

describe('the line that is shown of what was found', () => {
  const excerpt = (text: string, question: string) => excerptOf(text, askedWords(question));
  const marked = (text: string, question: string): string[] => {
    const found = excerpt(text, question);
    return (found?.marks ?? []).map(([from, to]) => found!.text.slice(from, to));
  };

  test('marks the words as they were written', () => {
    expect(marked('Two Parcels of MÜLLER are late.', 'parcel muller')).toEqual(['Parcels', 'MÜLLER']);
    expect(excerpt('Nothing of it.', 'parcel')).toBeNull();
  });

  test('is cut at words around the first one, wherever it stands', () => {
    const long = `${'filling words '.repeat(40)}then the needle lies here ${'and more of them '.repeat(40)}`;
    const found = excerpt(long, 'needle');
    expect(found?.text).toMatch(/^…\S.*needle lies here .*\S…$/);
    expect(found!.text.length).toBeLessThanOrEqual(140);
    expect(marked(long, 'needle')).toEqual(['needle']);
    expect(marked(`${'x'.repeat(300)} needle ${'y'.repeat(300)}`, 'needle')).toEqual(['needle']);
  });

  test('says how many of the asked words are in it, and is one line', () => {
    expect(excerpt('One\n\n> **two** `x_y`', 'one two three')).toMatchObject({ text: 'One two x_y', found: 2 });
    expect(excerpt('## One\n**wind vane**, 12 > 11', 'vane')?.text).toBe('One wind vane, 12 > 11');
  });
});
