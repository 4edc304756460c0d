import { Field } from '../memory/shard';
import type { Shard } from '../memory/shard';
import { letterBits } from '../memory/vocabulary';
import type { View } from '../memory/view';
import type { Term } from '../text/analyser';
import { editDistance } from './edit-distance';

const shortest = 4;
const unitsLookedAt = 50;
/** What is longer is not a search that somebody mistyped, but a request. */
const mostWords = 12;
const limitOf = (word: string): number => (word.length < 8 ? 1 : 2);

const ones = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
};

interface Candidate {
  word: string;
  term: number;
  distance: number;
}

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
const isReadable = (shard: Shard, view: View, { word, term }: Candidate): boolean =>
  shard.postings
    .of(term)
    .filter((posting) => isSeen(shard, view, posting >>> 8))
    .subarray(0, unitsLookedAt)
    .some((posting) => shard.analyser.terms(textOf(shard, posting >>> 8)).some((found) => found.word.toLowerCase() === word));

const placesOf = (shard: Shard, view: View, term: number): number => shard.postings.of(term).reduce((count, posting) => count + (isSeen(shard, view, posting >>> 8) ? 1 : 0), 0);

const candidatesFor = ({ vocabulary }: Shard, word: string): Candidate[] => {
  const limit = limitOf(word);
  const bits = letterBits(word);
  const found: Candidate[] = [];
  for (let at = 0; at < vocabulary.words.length; at += 1) {
    // A changed letter changes two bits at most, so most words are passed over without comparing letters.
    if (Math.abs((vocabulary.lengths.data[at] ?? 0) - word.length) > limit || ones((vocabulary.bits.data[at] ?? 0) ^ bits) > 2 * limit) continue;
    const other = vocabulary.words[at] ?? '';
    const distance = editDistance(word, other, limit);
    if (distance <= limit) found.push({ word: other, term: vocabulary.terms.data[at] ?? 0, distance });
  }
  return found;
};

const better = (shard: Shard, view: View, word: string): string | null => {
  const near = candidatesFor(shard, word).map((candidate) => ({ ...candidate, places: placesOf(shard, view, candidate.term) })).filter(({ places }) => places > 0);
  near.sort((one, other) => one.distance - other.distance || other.places - one.places || (one.word < other.word ? -1 : 1));
  return near.find((candidate) => isReadable(shard, view, candidate))?.word ?? null;
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
