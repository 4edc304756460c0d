import type { Shard } from '../memory/shard';
import type { View } from '../memory/view';
import type { Question } from '../text/question';
import { leastRelevance } from './parameters';
import type { Parameters } from './parameters';
import { nearTerms } from './near-terms';
import { Scoring } from './score';
import type { AskedTerm, Scores, WeighedTerm } from './score';
import { topOf } from './top';
import { vectorVoice } from './vectors';
import type { NearDocument, VectorVoice } from './vectors';
import { votesOf } from './vote';

export interface Ranked {
  document: number;
  score: number;
  /** Number of the passage in its document, or null where only title, keywords or examples fit. */
  passage: number | null;
  fromExamples: number;
}
export interface Ranking {
  total: number;
  ranked: Ranked[];
  relevance: number;
  /** How near the nearest document is by its vectors, from 0 to 1; 0 where there are none. */
  likeness: number;
  terms: WeighedTerm[];
}
export interface Wanted {
  kind?: string;
  offset: number;
  limit: number;
}

/** The asker's own terms first, then synonyms, then what he may have meant by words that nobody knows. */
const askedTerms = (shard: Shard, view: View, { own, added }: Question, { mostTerms, mendsWords }: Parameters): AskedTerm[] => {
  const asked = new Map([...own].slice(0, mostTerms));
  const more = new Map([...(mendsWords ? nearTerms(shard, view, asked) : []), ...[...added].slice(0, mostTerms)]);
  const toTerm = (isOwn: boolean) => ([term, weight]: [string, number]): AskedTerm => ({ term, number: shard.terms.get(term) ?? null, weight, own: isOwn });
  return [...[...asked].map(toTerm(true)), ...[...more].map(toTerm(false))];
};

/** The unit of each candidate's best passage (-1: none). */
const bestPassages = (shard: Shard, { units }: Scores, candidates: number[]): Int32Array => {
  const best = new Int32Array(shard.documents.length).fill(-1);
  for (const candidate of candidates) {
    const document = shard.documents[candidate];
    if (!document) continue;
    let most = 0;
    for (let unit = document.firstPassage; unit < document.firstPassage + document.passages.length; unit += 1) {
      const score = units[unit] as number;
      if (score <= most) continue;
      most = score;
      best[candidate] = unit;
    }
  }
  return best;
};

/**
 * The score of the best document, over the length of the question as a vector of rarities: what chance
 * alone would bring grows with the square root of the number of words, so that a short question and a long
 * ticket can be measured against one threshold.
 */
const relevanceOf = (terms: WeighedTerm[], highest: number): number => {
  const length = Math.sqrt(terms.filter(({ own }) => own).reduce((sum, { weight, rarity }) => sum + (weight * rarity) ** 2, 0));
  return length === 0 ? 0 : highest / length;
};

const highestOf = (numbers: number[], scoreOf: (number: number) => number): number => numbers.reduce((most, number) => Math.max(most, scoreOf(number)), 0) || 1;

/** The three voices of a question's answer, each against the loudest of its kind. */
interface Voices {
  /** Units of the best passages. */
  best: Int32Array;
  highest: number;
  words: (document: number) => number;
  learned: (document: number) => number;
  passage: (document: number) => number;
  votes: (document: number) => number;
}

const voicesOf = (shard: Shard, view: View, scores: Scores, candidates: number[], terms: number, parameters: Parameters): Voices => {
  const { documents, learned, units } = scores;
  const best = bestPassages(shard, scores, candidates);
  const votes = votesOf(shard, view, scores, parameters);
  const passageScore = (document: number): number => units[best[document] ?? -1] ?? 0;
  const highest = highestOf(candidates, (document) => documents[document] ?? 0);
  const wordShare = parameters.documentShare / highest;
  const passageShare = parameters.passageShare(terms) / highestOf(candidates, passageScore);
  return {
    best,
    highest,
    words: (document) => wordShare * (documents[document] ?? 0),
    learned: (document) => wordShare * (learned[document] ?? 0),
    passage: (document) => passageShare * passageScore(document),
    votes: (document) => votes.get(document) ?? 0,
  };
};

/** The wanted part of the candidates, best first. The key settles ties: numbers differ between processes, keys do not. */
const wantedOf = (shard: Shard, candidates: number[], totals: Float64Array, { offset, limit }: Wanted): number[] => {
  const keyOf = (number: number): string => shard.documents[number]?.key ?? '';
  return topOf(candidates, offset + limit, (one, other) => (totals[other] ?? 0) - (totals[one] ?? 0) || (keyOf(one) < keyOf(other) ? -1 : 1)).slice(offset);
};

/** What of the score the words and the vectors make. Where words alone would keep silent and something is near, they change places. */
const sharesOf = (relevance: number, { likeness }: VectorVoice, { vectorShare, leastLikeness }: Parameters): { words: number; vectors: number } =>
  relevance < leastRelevance && likeness >= leastLikeness ? { words: Math.min(1, vectorShare), vectors: 1 / Math.min(1, vectorShare) } : { words: 1, vectors: 1 };

/**
 * Ranks what the view shows. Words of documents (BM25F), best passage and votes of past questions make one
 * score, and where there are vectors (`near`) the place in their list.
 */
export const rank = (shard: Shard, view: View, question: Question, wanted: Wanted, parameters: Parameters, near: NearDocument[] = []): Ranking => {
  const size = question.own.size;
  const scoring = new Scoring(shard, view, parameters.saturation(size), parameters);
  for (const term of askedTerms(shard, view, question, parameters)) scoring.add(term);
  const { touched, documents } = scoring.scores;
  const found = wanted.kind === undefined ? touched : touched.filter((number) => shard.documents[number]?.kind === wanted.kind);
  const { best, highest, words, learned, passage, votes } = voicesOf(shard, view, scoring.scores, found, size, parameters);
  const relevance = found.length === 0 ? 0 : relevanceOf(scoring.terms, highest);
  const voice = vectorVoice(near, (document) => documents[document] !== 0, parameters);
  const shares = sharesOf(relevance, voice, parameters);
  const candidates = voice.added.length === 0 ? found : [...found, ...voice.added];
  const totals = new Float64Array(shard.documents.length);
  for (const document of candidates) totals[document] = shares.words * (words(document) + passage(document) + votes(document)) + shares.vectors * voice.share(document);
  const ranked = wantedOf(shard, candidates, totals, wanted).map((document): Ranked => {
    const unit = best[document] ?? -1;
    const score = totals[document] ?? 0;
    const fromExamples = Math.min(1, (shares.words * (learned(document) + votes(document))) / (score || 1));
    const byWords = unit < 0 ? null : unit - (shard.documents[document]?.firstPassage ?? 0);
    return { document, score, passage: shares.words === 1 ? (byWords ?? voice.passage(document)) : (voice.passage(document) ?? byWords), fromExamples };
  });
  return { total: candidates.length, ranked, relevance, likeness: voice.likeness, terms: scoring.terms };
};
