import { phraseSeparator } from '../../../contracts/search-words';
import type { LanguageWords } from '../../../contracts/search-words';

/** A group as it is typed: phrases with commas between them. */
export interface GroupDraft {
  key: string;
  text: string;
}
/** The words of one language while they are edited. */
export interface WordsDraft {
  groups: GroupDraft[];
  stopWords: string;
}

const parts = (text: string, separator: RegExp): string[] => text.split(separator).map((part) => part.trim()).filter((part) => part !== '');

/** A group with nothing in it yet. */
export const newGroup = (): GroupDraft => ({ key: crypto.randomUUID(), text: '' });

/** The form of what was read. */
export const draftOfWords = ({ groups, stopWords }: LanguageWords): WordsDraft => ({ groups: groups.map((group) => ({ ...newGroup(), text: group.join(', ') })), stopWords: stopWords.join(', ') });

/** Groups with anything in them, as they are saved: their places are those in which errors come back. */
export const wordsOfDraft = ({ groups, stopWords }: WordsDraft): { groups: string[][]; stopWords: string[] } => ({
  groups: writtenGroups(groups).map(({ text }) => parts(text, phraseSeparator)),
  stopWords: parts(stopWords, /[\s,;،]+/),
});

/** An empty line is no group, and no mistake. */
export const writtenGroups = (groups: GroupDraft[]): GroupDraft[] => groups.filter(({ text }) => parts(text, phraseSeparator).length > 0);
