import { phraseSeparator } from '../../../contracts/search-words';
import type { LanguageWords } from '../../../contracts/search-words';
import type { Row } from '../platform/rows';

export interface WordListRow extends Row {
  language: string;
  synonyms: string | null;
  stopWords: string | null;
}
/** Search words as the index takes them. */
export interface ParsedWords {
  synonyms: string[][];
  stopWords: string[];
}

const mostLines = 2000;
const listOf = (text: string, separator: RegExp): string[] => text.split(separator).map((part) => part.trim().slice(0, 100)).filter((part) => part !== '');

/** Reads what was written down: a line with commas is a group of synonyms, a lone word is none. */
export const parseWords = (synonyms: string | null, stopWords: string | null): ParsedWords => ({
  synonyms: listOf(synonyms ?? '', /\r?\n/).slice(0, mostLines).map((line) => listOf(line, phraseSeparator)).filter(({ length }) => length > 1),
  stopWords: listOf(stopWords ?? '', /[\s,;،]+/).slice(0, mostLines),
});

const lineOf = (group: readonly string[]): string => group.join(', ');

/** The same, written down. */
export const listText = (groups: readonly string[][], stopWords: readonly string[]): { synonyms: string; stopWords: string } => ({ synonyms: groups.map(lineOf).join('\n'), stopWords: stopWords.join(', ') });

type Words = Pick<LanguageWords, 'groups' | 'stopWords'>;
const without = (some: string[], others: string[]): string[] => some.filter((each) => !others.includes(each));

/** What differs between two lists, for the log: the groups and words that went, and those that came. */
export const wordChanges = (before: Words, after: Words): { before: object; after: object } => {
  const [was, is] = [before.groups.map(lineOf), after.groups.map(lineOf)];
  const told = (groups: string[], stopWords: string[]): object => ({ ...(groups.length > 0 ? { synonyms: groups } : {}), ...(stopWords.length > 0 ? { stopWords } : {}) });
  return {
    before: told(without(was, is), without(before.stopWords, after.stopWords)),
    after: told(without(is, was), without(after.stopWords, before.stopWords)),
  };
};
