import fc from 'fast-check';
import { passagesOf } from '../../../plugin/server/src/search/text/passages';
import type { SearchDocument } from '../../../plugin/server/src/search/types';
import { article, knowing, others, solved } from '../../support/search-memory';

const hostile = [
  '', ' ', 'a', '🎉', '👩‍👩‍👧‍👦🏳️‍🌈', '\uD800', 'x\uDC00y', '"', "'; DROP TABLE articles; --", 'title:"a" OR NOT b*', 'NEAR(a b, 5)', '(((', '%_%', '\\', '\0', 'a'.repeat(10_000), 'reset '.repeat(2000), '🎉'.repeat(5000),
  'שלום עולם reset', 'مرحبا reset بالعالم', '\u202Ereversed', '重置 reset 密码', 'ＲＥＳＥＴ', 'İstanbul ß ﬁ', '__proto__ constructor toString', '<script>alert(1)</script>', '${7*7} {{7*7}}', '٣٤٥ 12,5 1.2.3.4',
];
const anyText = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 100 }), fc.array(fc.constantFrom(...hostile), { maxLength: 5 }).map((parts) => parts.join(' ').slice(0, 10_000)));
const anyDocument = fc.record({ title: anyText, text: anyText, heading: anyText, keyword: anyText, language: fc.constantFrom('en', 'de', 'zh', 'ar', 'he', 'ru', 'xx', '') });

const makeDocument = ({ title, text, heading, keyword, language }: { title: string; text: string; heading: string; keyword: string; language: string }): SearchDocument =>
  article('any', title, '', { language, keywords: [keyword], sections: [{ heading, anchor: 'a', text }] });

describe('Any text at all', () => {
  test('can be asked: nothing throws, and marks are inside of the text, in order', async () => {
    const desk = await knowing([article('reset', 'Reset', 'To reset it, press RESET for 5 seconds. שלום 重置密码 🎉 done.'), ...others], [solved('1', 'reset', 'reset')]);
    fc.assert(
      fc.property(anyText, (text) => {
        const { hits } = desk.search(text);
        for (const { passage, coverage, fromExamples, score } of hits) {
          let end = 0;
          for (const [from, to] of passage.marks) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(passage.text.length);
            end = to;
          }
          for (const share of [coverage, fromExamples]) expect(share >= 0 && share <= 1.000001).toBe(true);
          expect(Number.isFinite(score)).toBe(true);
        }
        expect(Number.isFinite(desk.suggest(text, text).explanation.relevance)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('can be an article, or a past question', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, anyText, async (given, question) => {
        const document = makeDocument(given);
        const desk = await knowing([document, ...others], [solved('1', question, 'any', given.language)]);
        const { hits } = desk.search(`${question} ${given.title}`, { language: given.language });
        for (const { passage } of hits) for (const [from, to] of passage.marks) expect(from >= 0 && to <= passage.text.length).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  test('passages lose no letter of a section', () => {
    const visible = (text: string): string => text.replace(/\s+/gu, '');
    fc.assert(fc.property(anyText, (text) => expect(visible(passagesOf([{ heading: '', anchor: '', text }]).map((passage) => passage.text).join(''))).toBe(visible(text))), { numRuns: 300 });
  });

  test('numbers that make no sense are met with sense', async () => {
    const desk = await knowing([article('reset', 'Reset', 'reset'), ...others]);
    for (const odd of [-5, NaN, Infinity, 1.5, 1e12]) expect(desk.search('reset', { offset: 0, limit: odd }).hits.length).toBeLessThanOrEqual(50);
    expect(desk.search('reset', { offset: -3, limit: 10 }).hits).toHaveLength(1);
    expect(desk.search('reset', { offset: NaN, limit: 10 }).hits).toHaveLength(1);
  });
});
