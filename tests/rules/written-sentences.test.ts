import fc from 'fast-check';
import { answerGuard } from '../../plugin/server/src/answers/answer-guard';
import { promptFor } from '../../plugin/server/src/answers/prompt';
import { checkedSentence } from '../../plugin/server/src/answers/sentence-check';
import { sentenceCutter } from '../../plugin/server/src/answers/sentences';
import { visitorName } from '../../plugin/server/src/answers/visitor-name';
import type { ReadablePassage } from '../../plugin/server/src/knowledge/services/article-passages';

const termsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}|\p{N}+/gu) ?? [];
const passage = (text: string, title = 'The Hub'): ReadablePassage => ({ document: title, slug: 'hub', title, language: 'en', heading: '', anchor: '', text });
const passages = [passage('Pull the plug, wait for 10 seconds. Write to help@example.com or call 030 1234567. Open settings.json.'), passage('The light blinks white and costs 1,200 euros.', 'Lights')];
const shown = (sentence: string) => checkedSentence(sentence, passages, termsOf);

const cutAt = (text: string, places: number[]): string[] => {
  const cuts = [0, ...places.map((place) => place % (text.length + 1)).sort((one, other) => one - other), text.length];
  return cuts.slice(1).map((to, index) => text.slice(cuts[index], to));
};
const cutInto = (pieces: string[], language = 'en'): string[] => {
  const cutter = sentenceCutter(language);
  return [...pieces.flatMap((piece) => cutter.add(piece)), ...cutter.end()].map((sentence) => sentence.trim().replace(/\s+/g, ' ').replaceAll('] [', ']['));
};

describe('a text that arrives in pieces', () => {
  test.each([
    ['Pull the plug [1]. Wait for 10 seconds [1][2].', ['Pull the plug [1].', 'Wait for 10 seconds [1][2].']],
    ['Pull the plug. [1] Wait. [2]', ['Pull the plug [1].', 'Wait [2].']],
    ['Pull the plug.[1] Wait![2]', ['Pull the plug [1].', 'Wait [2]!']],
    ['- Pull the plug [1]\n- Wait [2]', ['- Pull the plug [1]', '- Wait [2]']],
    ['Use version 3.5 of it [1]. Done [2].', ['Use version 3.5 of it [1].', 'Done [2].']],
  ])('%j is cut into sentences with their citations', (text, sentences) => expect(cutInto([text])).toEqual(sentences));

  test('in Arabic with its own digits too', () => expect(cutInto(['افصل القابس [١]. ثم انتظر [٢]؟'], 'ar')).toEqual(['افصل القابس [1].', 'ثم انتظر [2]؟']));

  test('is cut the same, wherever the pieces end', () => {
    const texts = fc.constantFrom('Pull the plug [1]. Wait for 10 seconds [1][2]. Then see. [2]\nAnd go on [1].', 'One. [1] Two! [2] Three? [1][2] Four [1].', 'افصل القابس [١]. ثم انتظر. [٢]');
    fc.assert(fc.property(texts, fc.array(fc.nat(), { maxLength: 30 }), (text, places) => expect(cutInto(cutAt(text, places))).toEqual(cutInto([text]))));
  });

  test('loses and invents nothing but space and the place of a full stop', () => {
    const letters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');
    fc.assert(fc.property(fc.array(fc.constantFrom('Go', ' ', '. ', '[1]', '[2]', '\n', '!', ' wait', '[', ']')), fc.array(fc.nat(), { maxLength: 10 }), (parts, places) => {
      const text = parts.join('');
      expect(letters(cutInto(cutAt(text, places)).join(''))).toBe(letters(text));
    }));
  });
});

describe('a sentence', () => {
  test('is shown with the passages that it cites, without marks of lists and emphasis', () => {
    expect(shown('- **Pull the plug** and wait for 10 seconds [1].')).toEqual({ text: 'Pull the plug and wait for 10 seconds.', passages: [0] });
    expect(shown('Pull the plug until the light blinks white [1, 2].')).toEqual({ text: 'Pull the plug until the light blinks white.', passages: [0, 1] });
    expect(shown('The light costs 1200 euros [2].')?.passages).toEqual([1]);
    expect(shown('Open settings.json or write to help@example.com [1].')?.passages).toEqual([0]);
  });

  test.each([
    ['without a citation', 'Pull the plug.'],
    ['that cites nothing that was given', 'Pull the plug [3].'],
    ['of which one citation is invented', 'Pull the plug [1][7].'],
    ['that cites number nought', 'Pull the plug [0].'],
    ['with other words than its source', 'Our rivals give presents to everybody [1].'],
    ['with a number that its source does not have', 'Pull the plug and wait for 45 seconds [1].'],
    ['with an address that its source does not have', 'Write to help@evil.example and pull the plug [1].'],
    ['with a link', 'Pull the plug and wait, see https://evil.example [1].'],
    ['with a link without its scheme', 'Pull the plug and wait, see www.evil.example [1].'],
    ['with a host and a path', 'Pull the plug and wait for evil.example/plug [1].'],
    ['with a link in wide letters', 'Pull the plug ｈｔｔｐｓ：／／evil.example [1].'],
    ['with a link in Markdown', '[Pull the plug](//evil) and wait [1].'],
    ['with a picture', 'Pull the plug ![wait](x) [1].'],
    ['with HTML', 'Pull the plug <script>wait</script> [1].'],
    ['with an entity', 'Pull the plug &lt;b&gt; wait [1].'],
    ['with what stands for a masked number', 'Pull the plug and wait for [number] seconds [1].'],
    ['without a word', '[1].'],
  ])('%s is not shown', (_what, sentence) => expect(shown(sentence)).toBeNull());

  test('whatever a model writes, only what is cited and found in what was sent comes out', () => {
    const words = fc.constantFrom('pull', 'plug', 'wait', 'evil', 'free', 'https://evil.example', '<b>', '10', '99', '[1]', '[2]', '[3]', '.', '\n', 'seconds', '](x)', 'help@example.com', 'www.evil.example', '\u202e', '**');
    fc.assert(fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const guard = answerGuard(passages, 'en', termsOf);
      const told = [...parts.flatMap((part) => guard.add(`${part} `)), ...guard.end()];
      const numbers = guard.sources().map(({ n }) => n);
      for (const { text, citations } of told) {
        expect(citations.length).toBeGreaterThan(0);
        expect(citations.filter((citation) => !numbers.includes(citation))).toEqual([]);
        expect(text).not.toMatch(/https?:|www\.|<|\]\(|\[\d|\u202e|99/);
      }
      expect(told).toEqual(guard.sentences());
      expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    }), { numRuns: 500 });
  });
});

test('no text can end the data that a model is given', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (asked, text) => {
    const [rules, data, ...more] = promptFor(asked, [passage(text)], 'en');
    expect([rules?.role, data?.role, more]).toEqual(['system', 'user', []]);
    expect(Object.keys(JSON.parse(data?.content ?? '') as object)).toEqual(['passages', 'question']);
  }));
  expect(promptFor('x', [passage('see\u{E0041}n')], 'en')[1]?.content).toContain('seen');
});

test('a visitor’s name is another each day and for each installation, and one for a whole network of IPv6', () => {
  const name = (address: string, day = '2026-01-01', secret = 's'): string => visitorName(address, day, secret);
  expect(name('203.0.113.7')).toBe(name('::ffff:203.0.113.7'));
  expect(name('2001:db8::1')).toBe(name('2001:0DB8:0:0:ffff::2'));
  const all = [name('203.0.113.7'), name('203.0.113.8'), name('203.0.113.7', '2026-01-02'), name('203.0.113.7', '2026-01-01', 't'), name('2001:db8:0:1::1'), name('2001:db8::1')];
  expect(new Set(all).size).toBe(all.length);
});
