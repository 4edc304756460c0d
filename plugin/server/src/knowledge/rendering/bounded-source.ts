// A long book's chapter.
const mostCharacters = 200_000;
const mostContainers = 16;
const mostIndent = 64;
// Parsing these takes the square of their number within a paragraph; real ones have some dozens.
const delimiters = /[*_~[\]`<]/g;
const mostInParagraph = 1000;
const mostInAll = 20_000;

const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const container = /[ \t]*(?:>|[-*+]|\d{1,9}[.)])/g;

const flatLine = (line: string): string => {
  const indented = line.replace(/^([ \t]{64})[ \t]+/, '$1');
  const marks = containers.exec(indented)?.[0] ?? '';
  const each = marks.match(container) ?? [];
  return each.length > mostContainers ? each.slice(0, mostContainers).join('') + indented.slice(marks.length) : indented;
};

const fenceStart = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const isFenceEnd = (line: string, fence: string): boolean => {
  const end = line.trim();
  return end.length >= fence.length && end === (fence[0] ?? '').repeat(end.length);
};

/** Paragraphs, roughly: lines up to an empty one. A code block between fences is one by itself. */
const paragraphsOf = (lines: string[]): { lines: string[]; isCode: boolean }[] => {
  const found: { lines: string[]; isCode: boolean }[] = [{ lines: [], isCode: false }];
  let fence = '';
  for (const line of lines) {
    const opens = fence === '' ? (fenceStart.exec(line)?.[1] ?? '') : '';
    if (opens !== '') found.push({ lines: [], isCode: true });
    found.at(-1)?.lines.push(line);
    const closes = fence !== '' && isFenceEnd(line, fence);
    if (closes || (fence === '' && opens === '' && line.trim() === '')) found.push({ lines: [], isCode: false });
    fence = closes ? '' : fence || opens;
  }
  return found;
};

/**
 * A source that parses in bounded time: at most 200,000 characters, lines that open at most 16 quotes or lists
 * and are indented by 64 characters at most; a paragraph of more than a thousand marks loses them.
 */
export const boundedSource = (source: string): string => {
  let left = mostInAll;
  const lines = source.slice(0, mostCharacters).split(/\r\n?|\n/);
  const flat = lines.map((line) => (line.length > mostIndent / 2 ? flatLine(line) : line));
  const bounded = paragraphsOf(flat).flatMap((paragraph) => {
    const text = paragraph.lines.join('\n');
    const marks = paragraph.isCode ? 0 : (text.match(delimiters)?.length ?? 0);
    const isPlain = marks > Math.min(mostInParagraph, left);
    left -= isPlain ? 0 : marks;
    return isPlain ? text.replace(delimiters, '').split('\n') : paragraph.lines;
  });
  return bounded.join('\n');
};
