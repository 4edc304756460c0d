import { bytes, words } from './column';

/** One bit for each letter of a word (of 31 kinds): words that differ in two letters differ in few bits. */
export const letterBits = (word: string): number => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
};

/** Words by number, so kept that near ones are found quickly (`ranking/near-words.ts`). */
export class WordList {
  private readonly numberOf = new Map<string, number>();
  readonly words: string[] = [];
  readonly bits = words();
  readonly lengths = bytes();

  /** The number of a word, a new one if it was not there. */
  add(word: string): number {
    const known = this.numberOf.get(word);
    if (known !== undefined) return known;
    this.numberOf.set(word, this.words.length);
    this.bits.push(letterBits(word));
    this.lengths.push(Math.min(word.length, 255));
    return this.words.push(word) - 1;
  }

  get(word: string): number | undefined {
    return this.numberOf.get(word);
  }
}
