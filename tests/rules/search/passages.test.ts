import { passagesOf } from '../../../plugin/server/src/search/text/passages';

const words = (count: number, word = 'word'): string => Array.from({ length: count }, (_, number) => `${word}${number}`).join(' ');
const section = (heading: string, text: string) => ({ heading, anchor: heading.toLowerCase(), text });

describe('How an article is cut into passages', () => {
  test('a section of a hundred words is one passage, with its heading and anchor', () => {
    const text = words(100);
    expect(passagesOf([section('Refunds', text)])).toEqual([{ heading: 'Refunds', anchor: 'refunds', text }]);
  });

  test('headings are borders between long sections', () => {
    expect(passagesOf([section('One', words(80)), section('Two', words(80))]).map(({ heading }) => heading)).toEqual(['One', 'Two']);
  });

  test('a long section is cut between sentences, no piece over 120 words, nothing lost', () => {
    const text = Array.from({ length: 40 }, (_, number) => `${words(12, `s${number}w`)}.`).join(' ');
    const passages = passagesOf([section('Long', text)]);
    expect(passages.length).toBeGreaterThan(3);
    for (const passage of passages) expect(passage.text.split(/\s+/).length).toBeLessThanOrEqual(120);
    expect(passages.map((passage) => passage.text).join(' ').split(/\s+/)).toEqual(text.split(/\s+/));
    for (const passage of passages) expect(passage.text.endsWith('.')).toBe(true);
  });

  test('short sections are put together, and the second heading can be read', () => {
    const [passage, ...rest] = passagesOf([section('Windows', 'Press the key.'), section('Mac', 'Hold the command key.')]);
    expect(rest).toEqual([]);
    expect(passage).toEqual({ heading: 'Windows', anchor: 'windows', text: 'Press the key.\nMac\nHold the command key.' });
  });

  test('an article of headings alone, or of nothing, is no trouble', () => {
    expect(passagesOf([section('Only a heading', '')])).toEqual([{ heading: 'Only a heading', anchor: 'only a heading', text: '' }]);
    expect(passagesOf([])).toEqual([]);
  });

  test('a text of 50,000 letters without a space or a full stop is cut all the same', () => {
    const passages = passagesOf([section('', 'x'.repeat(50_000))]);
    expect(passages.map(({ text }) => text).join('')).toBe('x'.repeat(50_000));
  });
});
