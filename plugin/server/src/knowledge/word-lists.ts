/** Search words as the index takes them. */
export interface ParsedWords {
  synonyms: string[][];
  stopWords: string[];
}

const mostLines = 2000;
const listOf = (text: string, separator: RegExp): string[] => text.split(separator).map((part) => part.trim().slice(0, 100)).filter((part) => part !== '');

/** Reads what authors wrote: a line with commas is a group of synonyms, a lone word is none. */
export const parseWords = (synonyms: string | null, stopWords: string | null): ParsedWords => ({
  synonyms: listOf(synonyms ?? '', /\r?\n/).slice(0, mostLines).map((line) => listOf(line, /[,;،]/)).filter(({ length }) => length > 1),
  stopWords: listOf(stopWords ?? '', /[\s,;،]+/).slice(0, mostLines),
});
