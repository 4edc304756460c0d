import fc from 'fast-check';
import { asPlainMarkdown, fillIn, replyVariables, savedReplyChange, unknownVariables } from '../../plugin/contracts/saved-replies';
import { renderMarkdown } from '../../plugin/server/src/platform/markdown';

const values = { 'requester.name': 'Cora Bell', 'requester.firstName': 'Cora', 'ticket.reference': 'R-2K7F9Q', 'ticket.subject': 'A lamp', 'ticket.category': 'Lamps', 'agent.name': 'Ada' };
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
/** What a reader sees of a line of Markdown; null where more than a paragraph of text came out of it. */
const readAs = (markdown: string): string | null => {
  const [, inner] = /^<p>([^<]*)<\/p>\n$/.exec(renderMarkdown(markdown)) ?? [];
  return inner === undefined ? null : inner.replace(/&(amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);
};

describe('a saved reply', () => {
  test('says who and what it is about', () => {
    expect(fillIn('Hello {{requester.firstName}}, about {{ ticket.reference }}: {{agent.name}}', values)).toBe('Hello Cora, about R-2K7F9Q: Ada');
  });

  test('is read at once, whatever stands between its braces', () => {
    expect(unknownVariables(`x{{${' '.repeat(200_000)}`)).toEqual([]);
    expect(fillIn(`{{${'  '.repeat(100_000)}agent.name }}`, values)).toBe('Ada');
  });

  test('knows which names nothing stands for, and is not saved with one', () => {
    expect(unknownVariables('{{requester.name}} {{requester.password}} {{}} { {x} }')).toEqual(['requester.password', '']);
    expect(savedReplyChange.safeParse({ name: 'x', body: '{{constructor}}' }).success).toBe(false);
    for (const name of replyVariables) expect(savedReplyChange.safeParse({ name: 'x', body: `{{${name}}}` }).success).toBe(true);
  });

  test('puts values in as text, whatever they are', () => {
    const names = ['**bold**', '[click](https://evil.example)', 'https://evil.example/a_b', 'www.evil.example', 'me@evil.example', '# Cora', '- Cora', '1. Cora', '2) Cora', '+ Cora', '> Cora', '<b>Cora</b>', '`x`', '~~x~~', '&amp;', '![x](y)', 'a\\\\b', 'Dr. Bell-Ann', 'O’Neill & Sons'];
    for (const name of names) expect([name, readAs(asPlainMarkdown(name))]).toEqual([name, name]);
  });

  test('puts any text in so that it reads as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab 1.):/@-_*#[]()<>&!`~\\|+=w'), minLength: 1, maxLength: 24 }), (value) => {
        const line = value.replace(/\s+/g, ' ').trim();
        fc.pre(line !== '');
        expect(readAs(`Hello ${asPlainMarkdown(value)}`)).toBe(`Hello ${line}`);
      }),
    );
  });

  test('does not fill in what a value itself holds', () => {
    expect(fillIn('{{requester.name}}', { ...values, 'requester.name': '{{agent.name}}' })).toBe('{{agent\\.name}}');
  });
});
