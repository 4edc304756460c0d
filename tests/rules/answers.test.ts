import fc from 'fast-check';
import { excerpt } from '../../site/src/components/search-hit/excerpt';
import { markedParts } from '../../site/src/components/search-hit/marked-parts';
import { articlePath, searchChoice, searchPath } from '../../site/src/features/knowledge/addresses';
import { atomFeed, sitemap } from '../../site/src/features/knowledge/feeds';
import { entityTag, isKept } from '../../site/src/features/knowledge/kept-page';
import { articlePolicy } from '../../site/src/features/knowledge/page-policy';
import { dataBlock, wordsOf } from '../../site/src/features/knowledge/structured-data';
import { languageName } from '../../site/src/i18n/language-names';

const anyMarks = fc.array(fc.tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: -20, max: 400 })), { maxLength: 8 });

describe('the marked words of a passage', () => {
  test('are those between the offsets', () => {
    expect(markedParts('rain reads low', [[0, 4], [11, 14]])).toEqual([
      { text: 'rain', marked: true },
      { text: ' reads ', marked: false },
      { text: 'low', marked: true },
    ]);
  });

  test('lose, double and break nothing, wherever the marks lie', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), anyMarks, (text, marks) => {
        const parts = markedParts(text, marks);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const part of parts) expect(part.text).toBe(part.text.toWellFormed());
      }),
    );
  });
});

describe('a long passage', () => {
  const words = Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ');
  const markOf = (word: string): [number, number] => [words.indexOf(word), words.indexOf(word) + word.length];

  test('is cut to the piece that holds most of what was looked for', () => {
    const { text, marks } = excerpt(words, [markOf('word3'), markOf('word80'), markOf('word83')]);
    expect(text.length).toBeLessThan(300);
    expect(text).toMatch(/^… .* …$/);
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['word80', 'word83']);
  });

  test('is cut between words, and a short one not at all', () => {
    const { text } = excerpt(words, [markOf('word60')]);
    for (const word of text.replaceAll('…', '').trim().split(' ')) expect(words.split(' ')).toContain(word);
    expect(excerpt('short', [[0, 5]])).toEqual({ text: 'short', marks: [[0, 5]] });
  });

  test('keeps its marks on the same words, whatever it holds', () => {
    const passage = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 90 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(passage, fc.array(fc.nat(600), { maxLength: 6 }), (text, starts) => {
        const given = starts.filter((start) => start + 3 <= text.length).map((start): [number, number] => [start, start + 3]);
        const cut = excerpt(text, given);
        for (const [from, to] of cut.marks) expect(given.map(([start, end]) => text.slice(start, end))).toContain(cut.text.slice(from, to));
      }),
    );
  });
});

describe('an address of the knowledge base', () => {
  test('says only what there is to say', () => {
    expect(articlePath('hub-lights')).toBe('/support/articles/hub-lights');
    expect(articlePath('a/b?c', { from: 'x', search: '', anchor: 's-é' })).toBe('/support/articles/a%2Fb%3Fc?from=x#s-%C3%A9');
    expect(searchPath({ q: 'rain & wind', page: 1 })).toBe('/support/search?q=rain+%26+wind');
  });

  test('of a search can hold anything', () => {
    expect(searchChoice(new URLSearchParams('q=%00%F0%9F%8C%A7&page=-3&category=x'))).toEqual({ q: '🌧', page: 1, category: 'x' });
    expect(searchChoice(new URLSearchParams({ q: 'x'.repeat(20_000), page: '1e99' }))).toMatchObject({ q: 'x'.repeat(10_000), page: 1 });
  });
});

describe('a page that is kept', () => {
  const asked = (tags: string): Request => new Request('https://help.test/', { headers: { 'if-none-match': tags } });

  test('has a name for each thing it is made of', () => {
    expect(entityTag(['a', 'b'])).toBe(entityTag(['a', 'b']));
    expect(new Set([['a', 'b'], ['ab', ''], ['a', 'c'], [['a'], 'b']].map(entityTag)).size).toBe(4);
  });

  test('is known by its name, also behind a proxy that compressed it', () => {
    const tag = entityTag(['a']);
    for (const tags of [tag, `W/${tag}`, `"other", ${tag}`]) expect([tags, isKept(asked(tags), tag)]).toEqual([tags, true]);
    for (const tags of ['', '"other"', '*']) expect([tags, isKept(asked(tags), tag)]).toEqual([tags, false]);
  });
});

describe('the policy of an article’s page', () => {
  test('lets in the very places of its pictures and its video, and nothing else', () => {
    expect(articlePolicy({ html: '<p>x</p>', video: null })).not.toMatch(/https:|frame-src/);
    const html = '<p><img loading="lazy" src="https://cdn.test/a.png" alt=""><img src="/uploads/b.png" alt=""></p>';
    const video = { kind: 'embed', provider: 'youtube', src: 'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa', page: 'https://www.youtube.com/watch?v=aaaaaaaaaaa', transcriptHtml: '' } as const;
    const policy = articlePolicy({ html, video });
    expect(policy).toContain("img-src 'self' data: https://cdn.test;");
    expect(policy).toContain("frame-src 'self' https://www.youtube-nocookie.com;");
    expect(policy).toContain("default-src 'self'");
  });

  test('cannot be lengthened by an address', () => {
    const html = `<img src="https://x.test;script-src *//a.png"><img src="https://y.test' 'unsafe-inline'/a.png">`;
    expect(articlePolicy({ html, video: null })).not.toMatch(/script-src|unsafe/);
  });
});

describe('what search engines and feed readers are told', () => {
  const entry = { slug: 'a', language: 'en', title: 'Rain & <wind>\u0001', summary: '"x"', updatedAt: '2026-11-02T00:00:00.000Z', publishedAt: '2026-11-01T00:00:00.000Z', alternates: [{ language: 'en', slug: 'a' }, { language: 'ar', slug: 'a' }, { language: 'de', slug: 'b' }] };

  test('is well-formed, and has one address for each language', () => {
    const map = sitemap([entry], 'https://help.test');
    expect(map).toContain('<loc>https://help.test/support/articles/a?language=en</loc>');
    expect(map).toContain('hreflang="de" href="https://help.test/support/articles/b"');
    const feed = atomFeed([entry, { ...entry, language: 'de' }], { title: 'Northwind', origin: 'https://help.test', language: 'en' });
    expect(feed).toContain('<title>Rain &amp; &lt;wind&gt;</title>');
    expect(feed.match(/<entry>/g)).toHaveLength(1);
  });

  test('cannot end the block of data that it stands in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const block = dataBlock({ name: `${name}</script><!--` });
        expect(block).not.toMatch(/[<>]/);
        expect((JSON.parse(block) as { name: string }).name).toBe(`${name}</script><!--`);
      }),
    );
  });

  test('are the words of an answer, without its tags', () => expect(wordsOf('<p>Rain &amp; <b>wind</b></p><ul><li>a &lt; b</li></ul>')).toBe('Rain & wind a < b'));
});

test('a language is called as its readers call it, and an unknown one by its code', () => {
  expect([languageName('ar', 'en'), languageName('en', 'de'), languageName('de', 'ar')]).toEqual(['Arabic', 'Englisch', 'الألمانية']);
  expect(languageName('not a language', 'en')).toBe('not a language');
});
