import type { Analyser } from '../text/analyser';
import { passagesOf } from '../text/passages';
import type { Passage } from '../text/passages';
import type { ExampleAnswer, SearchDocument, SearchExample } from '../types';

/** How often each term is in a text, and of how many terms the text is. */
export interface Counted {
  counts: Map<string, number>;
  length: number;
}
/** A document read and counted, ready to be taken in at once. */
export interface PreparedDocument {
  key: string;
  kind: string | null;
  audiences: string[];
  title: string;
  titleTerms: Counted;
  keywordTerms: Counted;
  passages: Passage[];
  passageTerms: Counted[];
  /** Words as written (lower case), with their terms: what spelling may suggest. */
  words: Map<string, string>;
}
export interface PreparedExample {
  key: string;
  answers: ExampleAnswer[];
  terms: Counted;
}

const mostOfAnExample = 8000;
const letters = /^\p{L}{3,}$/u;

const reader = (analyser: Analyser, words: Map<string, string> | null) => (text: string): Counted => {
  const counts = new Map<string, number>();
  const terms = analyser.terms(text);
  for (const { term, word } of terms) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
    if (words && letters.test(word)) words.set(word.toLowerCase(), term);
  }
  return { counts, length: terms.length };
};

/** Reads a document passage by passage; `pause` is waited for after each. */
export const prepareDocument = async (analyser: Analyser, document: SearchDocument, pause: () => Promise<void>): Promise<PreparedDocument> => {
  const words = new Map<string, string>();
  const read = reader(analyser, words);
  const passages = passagesOf(document.sections);
  await pause();
  const passageTerms: Counted[] = [];
  for (const { heading, text } of passages) {
    passageTerms.push(read(`${heading}\n${text}`));
    await pause();
  }
  const { key, audiences, title } = document;
  return { key, kind: document.kind ?? null, audiences, title, titleTerms: read(title), keywordTerms: reader(analyser, null)(document.keywords.join('\n')), passages, passageTerms, words };
};

/** Reads a past question; its first line, where it has several, counts twice. */
export const prepareExample = (analyser: Analyser, { key, text, answers }: Pick<SearchExample, 'key' | 'text' | 'answers'>): PreparedExample => {
  const read = reader(analyser, null);
  const terms = read(text.slice(0, mostOfAnExample));
  const lineEnd = text.trimEnd().indexOf('\n');
  const title = lineEnd < 0 ? [] : [...read(text.slice(0, Math.min(lineEnd, mostOfAnExample))).counts.keys()];
  for (const term of title) terms.counts.set(term, (terms.counts.get(term) ?? 0) + 1);
  return { key, answers, terms: { counts: terms.counts, length: terms.length + title.length } };
};
