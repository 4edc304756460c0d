import { letterBits } from '../memory/word-list';
import type { WordList } from '../memory/word-list';
import { editDistance } from './edit-distance';

export interface NearWord {
  number: number;
  word: string;
  distance: number;
}

const ones = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
};

/** Words of a list that differ in one letter from a word, or in two from one of eight letters and more. */
export const nearWords = (list: WordList, word: string): NearWord[] => {
  const limit = word.length < 8 ? 1 : 2;
  const bits = letterBits(word);
  const { words } = list;
  const lengths = list.lengths.data;
  const allBits = list.bits.data;
  const found: NearWord[] = [];
  for (let number = 0; number < words.length; number += 1) {
    // A changed letter changes two bits at most, so most words are passed over without comparing letters.
    if (Math.abs((lengths[number] as number) - word.length) > limit || ones((allBits[number] as number) ^ bits) > 2 * limit) continue;
    const other = words[number] as string;
    const distance = editDistance(word, other, limit);
    if (distance <= limit) found.push({ number, word: other, distance });
  }
  return found;
};
