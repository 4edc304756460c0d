import type { SearchSection } from '../types';

/** A piece of a section that is ranked and shown as a whole. `text` is a part of the section's own. */
export interface Passage {
  heading: string;
  anchor: string;
  text: string;
}

const most = 120;
const least = 40;
const mostCharacters = 4000;
// Scripts without spaces: about two letters a word.
const countWords = (text: string): number => (text.match(/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,2}/gu) ?? []).length;

const sentences = /[^.!?。！？\n]+[.!?。！？]*\s*|[.!?。！？\n]+/gu;
const inWords = (sentence: string): string[] => (countWords(sentence) <= most && sentence.length <= mostCharacters ? [sentence] : sentence.match(/(?:\S{1,200}\s*){1,60}|\s+/gu) ?? []);
const piecesOf = (line: string): string[] => (countWords(line) <= most && line.length <= mostCharacters ? [line] : (line.match(sentences) ?? []).flatMap(inWords));

interface Growing extends Passage {
  words: number;
}

const cutSection = ({ heading, anchor, text }: SearchSection): Growing[] => {
  const cut: Growing[] = [];
  let open: Growing | null = null;
  for (const piece of text.split(/(?<=\n)/u).flatMap(piecesOf)) {
    const words = countWords(piece);
    if (!open || (open.words > 0 && open.words + words > most)) cut.push((open = { heading, anchor, text: '', words: 0 }));
    open.text += piece;
    open.words += words;
  }
  return cut.length > 0 ? cut : [{ heading, anchor, text: '', words: 0 }];
};

const canJoin = (before: Growing | undefined, next: Growing): before is Growing =>
  before !== undefined && (before.words < least || next.words < least) && before.words + next.words <= most;

/**
 * Cuts a document at its headings into passages of up to about 120 words; neighbours of less than 40 are
 * put together, the later one's heading becoming a line of the text.
 */
export const passagesOf = (sections: SearchSection[]): Passage[] => {
  const passages: Growing[] = [];
  for (const next of sections.flatMap(cutSection)) {
    const before = passages.at(-1);
    if (!canJoin(before, next)) passages.push({ ...next });
    else {
      before.text = [before.text, next.heading === before.heading ? '' : next.heading, next.text].filter((part) => part.trim() !== '').join('\n');
      before.words += next.words;
    }
  }
  return passages.map(({ heading, anchor, text }) => ({ heading, anchor, text: text.trim() }));
};
