import { z } from 'zod';

/** What admins teach the search: answers of the admin API under `/portal/knowledge/search-words`. */

/** What stands between the phrases of a group where they are kept and typed. */
export const phraseSeparator = /[,;،]/;
const oneLine = (text: string): boolean => !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(text);
const phrase = z.string().trim().min(1).max(100).refine((text) => oneLine(text) && !phraseSeparator.test(text), { params: { rule: 'malformed' } });
const stopWord = z.string().trim().min(1).max(100).refine((text) => !/[\s,;،]/.test(text), { params: { rule: 'malformed' } });

/** Phrases that mean the same: each finds what any of them finds. */
export const synonymGroup = z.array(phrase).min(2).max(20);
const words = { groups: z.array(synonymGroup).max(2000), stopWords: z.array(stopWord).max(2000) };

/** PUT /portal/knowledge/search-words/:language: all words of a language at once. `version` is the one that was read. */
export const searchWordsChange = z.strictObject({ version: z.string().max(64), ...words });
export type SearchWordsChange = z.infer<typeof searchWordsChange>;
/** POST /portal/knowledge/search-words/:language/trials: what a search finds with words that are not kept. */
export const searchTrial = z.strictObject({ text: z.string().trim().min(1).max(200), ...words });
export type SearchTrial = z.infer<typeof searchTrial>;

/** GET /portal/knowledge/search-words: the words of each language that articles are written in. */
export interface LanguageWords {
  language: string;
  groups: string[][];
  stopWords: string[];
  /** Another one after each change; a change of an older one is refused. */
  version: string;
}
/** Titles of the first ten articles, best first, as a customer without a segment finds them. */
export interface TrialAnswer {
  /** With the words that are kept. */
  now: string[];
  /** With those of the trial. */
  then: string[];
}
