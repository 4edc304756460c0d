import fc from 'fast-check';
import { isFilled } from '../../../plugin/server/src/knowledge/rendering/blocks';
import { boundedSource } from '../../../plugin/server/src/knowledge/rendering/bounded-source';
import { renderBlocks, renderMarkdown } from '../../../plugin/server/src/knowledge/rendering/render';

jest.setTimeout(60_000);
const html = async (source: string, language = 'en'): Promise<string> => (await renderMarkdown(source, language)).html;
/** What would run or load something, in whatever spelling. */
const dangerous = /<(script|style|iframe|object|embed|form|svg|math|link|meta|base)\b|\son\w+\s*=|javascript:|vbscript:|data:|style=/i;

describe('an author writes', () => {
  test('headings, which get anchors and a table of contents; the page’s own heading stays alone', async () => {
    const { html: page, contents } = await renderMarkdown('# Top\n\n## One two\n\n### One two\n\n#### Deeper\n', 'en');
    expect(page).toContain('<h2 id="s-top">Top</h2>');
    expect(page).not.toContain('<h1');
    expect(contents).toEqual([{ anchor: 's-top', title: 'Top', level: 2 }, { anchor: 's-one-two', title: 'One two', level: 2 }, { anchor: 's-one-two-1', title: 'One two', level: 3 }]);
  });

  test('headings in any alphabet, and none without a word', async () => {
    const { contents } = await renderMarkdown('## خطوة بخطوة\n\n## \n\n## ![](https://x.example/a.png)\n', 'ar');
    expect(contents).toEqual([{ anchor: 's-خطوة-بخطوة', title: 'خطوة بخطوة', level: 2 }]);
  });

  test('callouts as at GitHub, titled in the language of the article', async () => {
    expect(await html('> [!NOTE]\n> Plug it in.')).toContain('<div class="callout callout-note" role="note"><p class="callout-title">Note</p>');
    expect(await html('> [!WARNING]\n> Kein Öl.', 'de-AT')).toContain('<p class="callout-title">Warnung</p>');
    expect(await html('> [!NOTHING]\n> A quote.')).toContain('<blockquote>');
    expect(await html('> [!TIP]')).toContain('callout-tip');
  });

  test('tables that scroll by themselves, task lists, code with its language', async () => {
    const page = await html('| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n\n```js\nlet a = "<b>";\n```');
    expect(page).toContain('<div class="table-scroll" tabindex="0"><table>');
    expect(page).toContain('<input type="checkbox" checked disabled aria-label="Done">');
    expect(page).toContain('<pre tabindex="0"><code class="language-js">let a = "&#x3C;b>";');
  });

  test('notes and lists to tick, whose own words are in the language of the article', async () => {
    const source = 'A word.[^1]\n\n- [ ] a\n\n[^1]: A note.';
    for (const [language, title, box] of [['en', 'Footnotes', 'To do'], ['de-AT', 'Fußnoten', 'Zu tun'], ['ar', 'الحواشي', 'لم يتم بعد'], ['fi', 'Footnotes', 'To do']] as const) {
      const page = await html(source, language);
      expect([language, page]).toEqual([language, expect.stringContaining(`>${title}</h2>`)]);
      expect([language, page]).toEqual([language, expect.stringContaining(`aria-label="${box}"`)]);
    }
  });

  test('figures with signs and units, which keep their order among Arabic words', async () => {
    const page = await html('| القراءة | المدى |\n|---|--:|\n| حرارة | −40 °C |', 'ar');
    expect(page).toContain('<td>حرارة</td>');
    expect(page).toContain('<td class="align-right" dir="ltr">−40 °C</td>');
    expect(await html('| a |\n|---|\n| −40 °C |')).not.toContain('dir=');
  });

  test('links and pictures: elsewhere only over https, and from here only out of the uploads', async () => {
    const page = await html('[a](https://x.example) [b](/support/faq) [c](#s-top) ![d](https://x.example/d.png) ![e](/uploads/e.png)');
    expect(page).toContain('<a href="https://x.example" rel="noopener noreferrer">a</a> <a href="/support/faq">b</a> <a href="#s-top">c</a>');
    expect(page.match(/<img /g)).toHaveLength(2);
    expect(await html('![a](http://x.example/a.png) ![b](//x.example/b.png) ![c](data:image/png;base64,AA) ![d](/api/portal/attachments/x) ![e](e.png)')).not.toContain('<img');
  });

  test('what search finds: plain text by heading, with the cells of a row apart', async () => {
    const { sections } = await renderMarkdown('First **words**.\n\n## Times\n\n| to | days |\n|---|---|\n| EU | 2 |\n', 'en');
    expect(sections).toEqual([{ heading: '', anchor: '', text: 'First words.' }, { heading: 'Times', anchor: 's-times', text: 'to · days\nEU · 2' }]);
  });
});

describe('a hostile author writes', () => {
  test.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<iframe src="https://x.example"></iframe>', '<svg onload=alert(1)>', '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java&#115;cript:alert(1))', '[x](data:text/html,<script>)', '![x](javascript:alert(1))', '<style>body{display:none}</style>',
    '[x][y]\n\n[y]: javascript:alert(1)', '<div style="position:fixed">x</div>', '```" onload="alert(1)\nx\n```', '[x](https://x.example "\\" onmouseover=\\"alert(1)")', '<https://x.example/"onclick=alert(1)>',
  ])('%s, and nothing of it runs', async (source) => {
    const page = await html(source);
    expect(page.replace(/"[^"]*"/g, (value) => (dangerous.test(value) && !/^"(javascript|vbscript|data):/i.test(value) ? '""' : value))).not.toMatch(/<(script|style|iframe|svg)\b|<[^>]*\son\w+\s*=|(href|src)="\s*(javascript|vbscript|data):/i);
  });

  test('anything at all, and what comes out holds only the elements that it may', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.constantFrom('<script>', '](javascript:', '![', '> ', '- ', '|', '```', '&lt;', '<!--', '\u0000', '[^1]', '[!NOTE]', '# ', '\n\n')), { maxLength: 30 }), async (parts) => {
        const tags = [...(await html(parts.join(''))).matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
        expect(tags.filter((tag) => !/^(p|h[1-6]|ul|ol|li|blockquote|pre|code|em|strong|del|a|img|br|hr|table|thead|tbody|tr|th|td|input|sup|div)$/.test(tag ?? ''))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['quotes', '>'.repeat(500)], ['quotes of many lines', `${'> '.repeat(500)}x\n`.repeat(30)], ['lists', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
    ['brackets', '['.repeat(5000)], ['pictures in pictures', `${'!['.repeat(500)}a${'](b)'.repeat(500)}`], ['emphasis', `${'*_a '.repeat(500)}a${'_* '.repeat(500)}`], ['tags', '<div>'.repeat(500)], ['numbered lists in one line', '1. '.repeat(500)],
  ])('500 levels of %s, and the page is made all the same', async (_name, source) => {
    const page = await html(source);
    expect((page.match(/<(blockquote|ul|ol)>/g) ?? []).length).toBeLessThanOrEqual(32);
  });

  test('megabytes, of which a chapter is rendered', async () => {
    expect((await html('word '.repeat(1_000_000))).length).toBeLessThan(210_000);
    expect(boundedSource('x'.repeat(3_000_000))).toHaveLength(200_000);
  });

  test('and an honest one with a long program loses nothing of it', () => {
    const program = ['```python', ...Array.from({ length: 400 }, (_, line) => `a_${line} = b[${line}] * c_[${line}]`), '```'].join('\n');
    expect(boundedSource(program)).toBe(program);
  });
});

describe('the block editor', () => {
  const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks });
  test('gives the same elements as Markdown', async () => {
    const { html: page, contents } = await renderBlocks([
      { type: 'heading', level: 2, children: [text('Step')] },
      { type: 'paragraph', children: [text('bold', { bold: true }), text(' and '), { type: 'link', url: 'https://x.example', children: [text('a link')] }] },
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('one')] }] },
      { type: 'image', image: { url: '/uploads/a.png', alternativeText: 'A light' } },
      { type: 'code', language: 'js', children: [text('<b>')] },
    ], 'en');
    expect(page).toContain('<h2 id="s-step">Step</h2><p><strong>bold</strong> and <a href="https://x.example" rel="noopener noreferrer">a link</a></p><ol><li>one</li></ol>');
    expect(page).toContain('<img src="/uploads/a.png" alt="A light" loading="lazy" decoding="async">');
    expect(contents).toHaveLength(1);
  });

  test.each([
    ['no list', { type: 'paragraph' }], ['text', 'hello'], ['null', null], ['numbers', [1, 2, null, 'x']], ['unknown blocks', [{ type: 'script', children: [text('x')] }]], ['children that are none', [{ type: 'paragraph', children: 'x' }, { type: 'image', image: 7 }]],
    ['addresses that run', [{ type: 'paragraph', children: [{ type: 'link', url: 'javascript:alert(1)', children: [text('x')] }] }, { type: 'image', image: { url: 'data:text/html,x' } }]],
  ])('bears %s', async (_name, content) => {
    expect((await renderBlocks(content, 'en')).html).not.toMatch(/script|javascript|data:/);
  });

  test('bears blocks 5,000 levels deep', async () => {
    let block: object = text('deep');
    for (let depth = 0; depth < 5000; depth += 1) block = { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [block] }] };
    expect((await renderBlocks([block], 'en')).html.length).toBeLessThan(1000);
    expect(isFilled([block])).toBe(true);
  });

  test('that was emptied is no content', () => {
    expect(isFilled([{ type: 'paragraph', children: [text('  ')] }])).toBe(false);
    expect(isFilled(null)).toBe(false);
    expect(isFilled([{ type: 'image', image: {} }])).toBe(true);
  });
});
