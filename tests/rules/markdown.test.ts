import fc from 'fast-check';
import { renderMarkdown } from '../../plugin/server/src/platform/markdown';

const allowed = /^<(p|em|strong|s|ul|ol|ol start="\d+"|li|blockquote|code|code class="language-[^"<>]*"|pre|br|hr|a href="(https?:|mailto:)[^"<>]*"( title="[^"<>]*")? rel="nofollow noopener noreferrer ugc")>$/;
const closing = /^<\/(p|em|strong|s|ul|ol|li|blockquote|code|pre|a)>$/;
const tagsIn = (html: string): string[] => html.match(/<[^>]*>?/g) ?? [];
const strangeTags = (source: string): string[] => tagsIn(renderMarkdown(source)).filter((tag) => !allowed.test(tag) && !closing.test(tag));

describe('what people write', () => {
  test('may be bold, listed, quoted, code or a link', () => {
    const html = renderMarkdown('**Bold** *soft* ~~gone~~\n\n- one\n- two\n\n3. three\n\n> said\n\n`x`\n\n```js\ny\n```\n\n---\n\n[here](https://example.com "why")');
    for (const tag of ['<strong>', '<em>', '<s>', '<ul>', '<ol start="3">', '<blockquote>', '<code>', '<pre>', '<hr>', '<a href="https://example.com" title="why"']) expect(html).toContain(tag);
    expect(strangeTags(html)).toEqual([]);
  });

  test('keeps its line ends', () => expect(renderMarkdown('Hello\nAda')).toBe('<p>Hello<br>\nAda</p>\n'));

  test('stays text where it is HTML', () => {
    const html = renderMarkdown('<script>alert(1)</script> <b onclick="x">b</b> <img src=x onerror=y>');
    expect(tagsIn(html)).toEqual(['<p>', '</p>']);
    expect(html).toContain('&lt;script&gt;');
  });

  test('makes no headings, tables or pictures: those are the page’s', () => {
    for (const source of ['# Big', 'Big\n===', '|a|b|\n|-|-|\n|1|2|', '![spy](https://evil.test/pixel.png)']) expect(renderMarkdown(source)).not.toMatch(/<(h\d|table|img)/);
  });

  test('links addresses that were typed plainly, so that they neither rank nor learn who clicked', () => {
    expect(renderMarkdown('See https://example.com/a?b=c&d')).toContain('<a href="https://example.com/a?b=c&amp;d" rel="nofollow noopener noreferrer ugc">');
    expect(renderMarkdown('Write to ada@example.com')).toContain('<a href="mailto:ada@example.com" rel="');
  });

  test('links nowhere but to the web and to mail, however it is spelled', () => {
    const schemes = ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', '&#106;avascript:alert(1)', '&#x6A;avascript&colon;alert(1)', '\u0001javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil.test', '/support', '#top', 'tel:1'];
    for (const scheme of schemes) {
      for (const source of [`[x](${scheme})`, `[x](<${scheme}>)`, `[x][y]\n\n[y]: ${scheme}`, `<${scheme}>`]) expect([source, renderMarkdown(source)]).toEqual([source, expect.not.stringContaining('<a ')]);
    }
  });
});

const pieces = fc.constantFrom('<', '>', '"', "'", '&', '[', ']', '(', ')', '!', '`', '```', '~~~', '*', '_', '\n', '\n\n', ' ', '\t', '    ', '> ', '- ', '1. ', '|', '\\', '#', 'javascript:', 'JAVASCRIPT&colon;', 'https://a.test', 'mailto:', 'data:', '<script>', '</p>', '<!--', '-->', '<svg onload=x>', '&#106;', '&lt;', 'onerror=', 'www.', '@', 'a', '\u0000', '\u202E', '😀');
const anything = fc.oneof(fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 200 }));

test('no text whatsoever makes another tag, or a link that leads elsewhere', () => {
  fc.assert(fc.property(anything, (source) => expect(strangeTags(source)).toEqual([])), { numRuns: 3000 });
});

test('nobody can make a page hang with a long and deeply nested text', () => {
  const patterns = ['[', '![', '*', '_a ', '> ', '<', '`', 'a@', '- ', '[a](<b', '**a ', '&', '[a](', '~~a', 'http://', '\\', '\t', '>\n', 'www.', "http://a.b/'", '[a]: b\n', '* ', '|', '"'];
  for (const pattern of patterns) expect(renderMarkdown(pattern.repeat(50_000 / pattern.length))).toEqual(expect.any(String));
});
