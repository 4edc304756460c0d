import { Field } from '../memory/shard';
import type { Shard } from '../memory/shard';
import type { View } from '../memory/view';
import type { Term } from '../text/analyser';
import { nearWords } from './near-words';

const shortest = 4;
const unitsLookedAt = 50;
/** What is longer is not a search that somebody mistyped, but a request. */
const mostWords = 12;

const isSeen = (shard: Shard, view: View, unit: number): boolean => shard.field.data[unit] !== Field.example && view.visible[shard.owner.data[unit] ?? 0] === 1;

/** True where the asker may find a document that holds this term. */
const isKnown = (shard: Shard, view: View, term: string): boolean => {
  const number = shard.terms.get(term);
  return number !== undefined && shard.postings.of(number).some((posting) => isSeen(shard, view, posting >>> 8));
};

const textOf = (shard: Shard, unit: number): string => {
  const document = shard.documents[shard.owner.data[unit] ?? 0];
  if (!document) return '';
  const passage = document.passages[unit - document.firstPassage];
  return passage ? `${passage.heading}\n${passage.text}` : document.title;
};

/** True where the asker could read this very word: its term may stand for others too, in texts hidden from him. */
const isReadable = (shard: Shard, view: View, word: string, term: number): boolean =>
  shard.postings
    .of(term)
    .filter((posting) => isSeen(shard, view, posting >>> 8))
    .subarray(0, unitsLookedAt)
    .some((posting) => shard.analyser.terms(textOf(shard, posting >>> 8)).some((found) => found.word.toLowerCase() === word));

const seenPlaces = (shard: Shard, view: View, term: number): number => shard.postings.of(term).reduce((count, posting) => count + (isSeen(shard, view, posting >>> 8) ? 1 : 0), 0);

const better = (shard: Shard, view: View, word: string): string | null => {
  const near = nearWords(shard.written, word).map(({ number, ...rest }) => {
    const term = shard.termOfWritten.data[number] ?? 0;
    return { ...rest, term, places: seenPlaces(shard, view, term) };
  });
  const seen = near.filter(({ places }) => places > 0).sort((one, other) => one.distance - other.distance || other.places - one.places || (one.word < other.word ? -1 : 1));
  return seen.find((candidate) => isReadable(shard, view, candidate.word, candidate.term))?.word ?? null;
};

/**
 * The question with each word that no visible document holds replaced by the nearest that one does, or null
 * where nothing is to be mended. Only words that this audience could read itself are ever suggested.
 */
export const spellingOf = (shard: Shard, view: View, text: string, words: Term[]): string | null => {
  if (words.length > mostWords) return null;
  let mended = '';
  let from = 0;
  let changed = false;
  for (const { word, term, from: start, to } of words) {
    if (word.length < shortest || /\p{N}/u.test(word) || isKnown(shard, view, term)) continue;
    const replacement = better(shard, view, word.toLowerCase());
    if (replacement === null) continue;
    mended += text.slice(from, start) + replacement;
    from = to;
    changed = true;
  }
  return changed ? mended + text.slice(from) : null;
};
