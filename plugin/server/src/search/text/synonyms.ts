import type { SearchWords } from '../types';
import type { Analyser } from './analyser';

interface Phrase {
  terms: string[];
  group: number;
}
/** Groups of phrases that mean the same, found by the first term of each. */
export interface Synonyms {
  groups: string[][][];
  byFirst: Map<string, Phrase[]>;
}
export const noSynonyms: Synonyms = { groups: [], byFirst: new Map() };

/** Prepares groups such as `['sign in', 'log in']` for lookups; phrases without any term are left out. */
export const synonymsOf = (analyser: Analyser, groups: string[][]): Synonyms => {
  const made: Synonyms = { groups: groups.map((group) => group.map((phrase) => analyser.terms(phrase).map(({ term }) => term)).filter(({ length }) => length > 0)), byFirst: new Map() };
  for (const [group, phrases] of made.groups.entries()) {
    for (const terms of phrases) {
      const first = terms[0] ?? '';
      made.byFirst.set(first, [...(made.byFirst.get(first) ?? []), { terms, group }]);
    }
  }
  return made;
};

/** What editors say, as questions are weighed with it. */
export const preparedWords = (analyser: Analyser, { synonyms, stopWords }: SearchWords): { synonyms: Synonyms; stopTerms: Set<string> } => ({
  synonyms: synonymsOf(analyser, synonyms),
  stopTerms: new Set(stopWords.flatMap((word) => analyser.terms(word).map(({ term }) => term))),
});

const startsAt = (phrase: string[], terms: string[], at: number): boolean => phrase.every((term, index) => terms[at + index] === term);

/** Terms that mean the same as something in `terms` and are not in it. */
export const meaningTheSame = (synonyms: Synonyms, terms: string[]): Set<string> => {
  const found = new Set<string>();
  for (const [at, term] of terms.entries()) {
    for (const phrase of synonyms.byFirst.get(term) ?? []) {
      if (startsAt(phrase.terms, terms, at)) for (const other of synonyms.groups[phrase.group]?.flat() ?? []) found.add(other);
    }
  }
  for (const term of terms) found.delete(term);
  return found;
};
