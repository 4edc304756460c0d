import type { Shard } from '../memory/shard';
import type { View } from '../memory/view';
import { nearWords } from './near-words';

const shortest = 5;
const mostMended = 10;
const letters = /^\p{L}+$/u;
const likeness = 0.7;

/** In how many places of what the asker may find, past questions included, a term is. */
const placesOf = (shard: Shard, view: View, term: number): number => {
  let places = 0;
  for (const posting of shard.postings.of(term)) if (view.weight[posting >>> 8] !== 0) places += 1;
  return places;
};

const nearest = (shard: Shard, view: View, term: string): string | null => {
  const near = nearWords(shard.terms, term).map((word) => ({ ...word, places: placesOf(shard, view, word.number) }));
  const [best] = near.filter(({ places }) => places > 0).sort((one, other) => one.distance - other.distance || other.places - one.places || (one.word < other.word ? -1 : 1));
  return best?.word ?? null;
};

const isKnown = (shard: Shard, view: View, term: string): boolean => {
  const number = shard.terms.get(term);
  return number !== undefined && shard.postings.of(number).some((posting) => view.weight[posting >>> 8] !== 0);
};

/** For terms that nothing here holds, as mistyped ones are, the nearest that something holds, with a lesser weight. */
export const nearTerms = (shard: Shard, view: View, asked: Map<string, number>): Map<string, number> => {
  const unknown = [...asked].filter(([term]) => term.length >= shortest && letters.test(term) && !isKnown(shard, view, term)).slice(0, mostMended);
  const near = new Map<string, number>();
  for (const [term, weight] of unknown) {
    const found = nearest(shard, view, term);
    if (found !== null && !asked.has(found)) near.set(found, weight * likeness);
  }
  return near;
};
