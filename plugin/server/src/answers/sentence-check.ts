import type { ReadablePassage } from '../knowledge/services/article-passages';

/** A sentence that may be shown, and the passages that it stands on, by their place in what was sent. */
export interface CheckedSentence {
  text: string;
  passages: number[];
}
/** The terms of a text, as the search counts words: without endings, small words left out. */
export type TermsOf = (text: string) => string[];

const citations = /\[\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*\]/g;
/** Also what stands for a masked number or address of the question. */
const markup = /\[(?:number|address)\]|<[a-z!/?]|&#?\w{1,8};|\]\s*\(|\]\s*\[|!\[|```/i;
const address = /[a-z][a-z0-9+.-]{1,20}:\/\/|\b(?:www\.|javascript:|data:|mailto:|tel:)|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\//iu;
/** What must stand in a cited passage as it is: mail addresses, names with dots, and numbers of two digits or more. */
const names = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+|[\p{L}\p{N}-]{2,}(?:\.[\p{L}\p{N}-]{2,})+/gu;
const numbers = /\p{Nd}(?:[.,'’]?\p{Nd})+/gu;
const invisible = /[\p{Cc}\u{E0000}-\u{E007F}\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/gu;
const longest = 600;
/** Below this share of its words among those of the passages, a sentence says something else. */
const leastShared = 0.4;

const citedIn = (sentence: string): number[] => [...new Set([...sentence.matchAll(citations)].flatMap(([, list = '']) => list.split(/[,;]/).map(Number)))];

/** The words themselves: no citations, and no marks of lists or emphasis. */
const wordsOf = (sentence: string): string =>
  sentence
    .replace(citations, ' ')
    .replace(invisible, ' ')
    .replace(/^\s*(?:[-*•#>]+|\d{1,2}[.)])\s+/u, '')
    .replace(/\*{1,3}|`|_{2}/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ([.,;:!?…。！？؟،])/gu, '$1')
    .trim();

const digits = (text: string): string[] => [...text.matchAll(numbers)].map(([number]) => number.replace(/\P{Nd}/gu, ''));

const standsIn = (text: string, source: string): boolean => {
  const lower = source.toLowerCase();
  const known = new Set(digits(source));
  return [...text.matchAll(names)].every(([name]) => lower.includes(name.toLowerCase().replace(/\.$/, ''))) && digits(text).every((number) => known.has(number));
};

const sharesWords = (text: string, source: string, termsOf: TermsOf): boolean => {
  const known = new Set(termsOf(source));
  const terms = termsOf(text);
  return terms.length > 0 && terms.filter((term) => known.has(term)).length >= leastShared * terms.length;
};

/**
 * What of a model's sentence may be shown; null for nothing. Each citation must name a passage that was sent, and
 * what is said must be found there: its words by a fair share, its numbers, addresses and names as they are. No
 * web address and no markup passes, wherever it came from. The model may be wrong or hijacked: this must hold all the same.
 */
export const checkedSentence = (sentence: string, passages: ReadablePassage[], termsOf: TermsOf): CheckedSentence | null => {
  const cited = citedIn(sentence);
  const text = wordsOf(sentence);
  const sources = cited.flatMap((number) => passages[number - 1] ?? []);
  if (cited.length === 0 || sources.length !== cited.length || text.length > longest) return null;
  const bare = sentence.replace(citations, ' ').normalize('NFKC');
  if (markup.test(bare) || address.test(bare)) return null;
  const source = sources.map(({ title, heading, text: words }) => `${title}\n${heading}\n${words}`).join('\n');
  return standsIn(text, source) && sharesWords(text, source, termsOf) ? { text, passages: cited.map((number) => number - 1) } : null;
};
