import { isAsked, wordsIn } from './cut';
import type { AskedWord } from './cut';

const before = 40;
const longest = 130;

/** A line of a text around the first word that was asked for, with the offsets of all such words in it. */
export interface Excerpt {
  text: string;
  marks: [from: number, to: number][];
}

// What Markdown puts around words and before lines would only be in the way.
const marksOfMarkdown = /[*`]+|^[#>]+/gm;
/** At a space, so that no word and no character is cut in two. */
const startNear = (text: string, at: number): number => (at <= before ? 0 : Math.min(at, text.indexOf(' ', at - before) + 1 || at));
const endNear = (text: string, start: number, least: number): number => {
  if (text.length - start <= longest) return text.length;
  const space = text.lastIndexOf(' ', start + longest);
  return space > least ? space : Math.max(least, start);
};

/** Where asked words are in a text; null where none is. Plain text in one line. */
export const excerptOf = (text: string, asked: AskedWord[]): (Excerpt & { found: number }) | null => {
  const one = text.replace(marksOfMarkdown, '').replace(/\s+/g, ' ').trim();
  const hits = wordsIn(one).filter(({ folded }) => isAsked(folded, asked));
  const [first] = hits;
  if (!first) return null;
  const start = startNear(one, first.from);
  const end = endNear(one, start, first.to);
  const marks = hits.filter(({ from, to }) => from >= start && to <= end).map(({ from, to }): [number, number] => [from - start + (start > 0 ? 1 : 0), to - start + (start > 0 ? 1 : 0)]);
  const found = asked.filter((each) => hits.some(({ folded }) => isAsked(folded, [each]))).length;
  return { text: `${start > 0 ? '…' : ''}${one.slice(start, end)}${end < one.length ? '…' : ''}`, marks, found };
};
