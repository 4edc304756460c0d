import { fold } from '../tickets/search-text';

/** So many words in a row are no accident. */
const longest = 8;
/** What is shorter everybody writes: "thank you very much". */
const least = 4;

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const runsOf = (words: string[], length: number): string[] => Array.from({ length: Math.max(0, words.length - length + 1) }, (_, index) => words.slice(index, index + length).join(' '));

/**
 * True where a text repeats what one of others' texts says, and its readers have not read in `known`: eight words of it
 * in a row, or all of a shorter one. A net under an agent who has several customers before him, not a proof: whoever
 * rewords another's words gets past it.
 */
export const quotes = (text: string, others: string[], known: string[] = []): boolean => {
  const words = wordsOf(text);
  const knownWords = known.map(wordsOf);
  return others.some((other) => {
    const theirs = wordsOf(other);
    const length = Math.min(longest, theirs.length);
    if (length < least) return false;
    const own = new Set(runsOf(words, length));
    const said = runsOf(theirs, length).filter((run) => own.has(run));
    return said.length > 0 && said.some((run) => !knownWords.some((each) => runsOf(each, length).includes(run)));
  });
};
