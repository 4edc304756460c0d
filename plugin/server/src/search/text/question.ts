import type { Analyser, Term } from './analyser';
import { meaningTheSame } from './synonyms';
import type { Synonyms } from './synonyms';

/** What is asked, as weights of terms. `own` are the asker's words, `added` what editors say means the same. */
export interface Question {
  own: Map<string, number>;
  added: Map<string, number>;
  /** The asker's words in their order, for spelling; offsets are those of `title` and `text` joined by a line break. */
  words: Term[];
}

const mostCharacters = 20_000;
const titleBonus = 1;
const synonymWeight = 0.7;

/**
 * Weighs a question: a term counts once, and by the logarithm of its repetitions; what stands in the title
 * (of a text alone: in its first line, if it has several) counts once more.
 */
export const questionOf = (analyser: Analyser, title: string, text: string, { synonyms, stopTerms }: { synonyms: Synonyms; stopTerms: Set<string> }): Question => {
  const whole = [title, text].filter((part) => part !== '').join('\n').slice(0, mostCharacters);
  const titleEnd = whole.trimEnd().indexOf('\n');
  const words = analyser.terms(whole).filter(({ term }) => !stopTerms.has(term));
  const counts = new Map<string, number>();
  for (const { term } of words) counts.set(term, (counts.get(term) ?? 0) + 1);
  const own = new Map([...counts].map(([term, count]) => [term, 1 + Math.log(count)]));
  const inTitle = new Set(words.filter(({ from }) => from < titleEnd).map(({ term }) => term));
  for (const term of inTitle) own.set(term, (own.get(term) ?? 0) + titleBonus);
  const added = new Map([...meaningTheSame(synonyms, words.map(({ term }) => term))].map((term) => [term, synonymWeight]));
  return { own, added, words };
};
