import { bytes, words } from './column';

/** One bit for each letter of a word (of 31 kinds): words that differ in two letters differ in few bits. */
export const letterBits = (word: string): number => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
};

/** The words of all documents as they were written, for spelling. Words of removed documents stay until the next load. */
export class Vocabulary {
  private readonly numberOf = new Map<string, number>();
  readonly words: string[] = [];
  readonly bits = words();
  readonly lengths = bytes();
  readonly terms = words();

  add(word: string, term: number): void {
    if (this.numberOf.has(word)) return;
    this.numberOf.set(word, this.words.length);
    this.words.push(word);
    this.bits.push(letterBits(word));
    this.lengths.push(Math.min(word.length, 255));
    this.terms.push(term);
  }
}
