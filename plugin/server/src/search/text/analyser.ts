import { fold } from './fold';
import { baseLanguage, grammarOf } from './languages';
import { wordCutter } from './words';
import type { Word } from './words';

/** A word with the term it is indexed under; words that mean nothing have no term. */
export interface Term extends Word {
  term: string;
}
export interface Analyser {
  /** The terms of a text in their order, with where they stand. */
  terms(text: string): Term[];
  /** The term of a single word, or null for a stop word or a lone letter. */
  termOf(word: string): string | null;
}

const loneLetter = /^[a-zа-яα-ω]$/;
const remembered = 50_000;

const makeAnalyser = async (language: string): Promise<Analyser> => {
  const { stem, stopWords } = await grammarOf(language);
  const stop = new Set(stopWords.map(fold));
  const cut = wordCutter(language);
  let known = new Map<string, string | null>();

  const find = (word: string): string | null => {
    const folded = fold(word).replace(/[.,]/g, '');
    if (folded === '' || loneLetter.test(folded) || stop.has(folded)) return null;
    return stem(folded) || folded;
  };

  const termOf = (word: string): string | null => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= remembered) known = new Map();
    const term = find(word);
    known.set(word, term);
    return term;
  };

  const terms = (text: string): Term[] => {
    const found: Term[] = [];
    for (const each of cut(text)) {
      const term = termOf(each.word);
      if (term !== null) found.push({ ...each, term });
    }
    return found;
  };
  return { terms, termOf };
};

const analysers = new Map<string, Promise<Analyser>>();

/** The analyser of a language, the same for all its variants; made once. */
export const analyserOf = (language: string): Promise<Analyser> => {
  const base = baseLanguage(language);
  const known = analysers.get(base) ?? makeAnalyser(base);
  analysers.set(base, known);
  return known;
};
