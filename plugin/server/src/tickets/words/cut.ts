import { fold } from '../../search/text/fold';
import { wordCutter } from '../../search/text/words';
import type { Word } from '../../search/text/words';

// Elisions apart (l'article), whatever the language: a ticket can be in several, and nobody says in which.
const cut = wordCutter('fr');
const loneLetter = /^[a-zа-яα-ω]$/;
const plainScript = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]+$/u;
/** PostgreSQL keeps at most a megabyte of words a row. */
const mostCharacters = 250_000;
const mostAsked = 20;
/** Shorter ones would find half of the desk. */
const leastBeginning = 4;

/** A word as it was written, with what it is found by. */
export interface FoundWord extends Word {
  folded: string;
}

/** The words of a text in their order; lone letters are none. */
export const wordsIn = (text: string): FoundWord[] =>
  cut(text).flatMap((word) => {
    const folded = fold(word.word).replace(/[.,]/g, '');
    return folded === '' || loneLetter.test(folded) ? [] : [{ ...word, folded }];
  });

/** All words of some texts, each once, joined by spaces; of endless texts the first ones. */
export const distinctWords = (texts: string[]): string => {
  const distinct = new Set<string>();
  let length = 0;
  for (const text of texts) {
    for (const { folded } of wordsIn(text)) {
      if (distinct.has(folded)) continue;
      if ((length += folded.length + 1) > mostCharacters) return [...distinct].join(' ');
      distinct.add(folded);
    }
  }
  return [...distinct].join(' ');
};

/** A word that is looked for; `begins`: longer ones that begin with it are found as well. */
export interface AskedWord {
  word: string;
  begins: boolean;
}

/** What a question looks for: every one of its words. From four letters on, and in scripts without spaces, a word also finds longer ones. */
export const askedWords = (question: string): AskedWord[] => {
  const distinct = [...new Set(wordsIn(question).map(({ folded }) => folded))].slice(0, mostAsked);
  return distinct.map((word) => ({ word, begins: word.length >= leastBeginning || !plainScript.test(word) }));
};

/** True for a word that one of the asked ones means. */
export const isAsked = (word: string, asked: AskedWord[]): boolean => asked.some((each) => (each.begins ? word.startsWith(each.word) : word === each.word));
