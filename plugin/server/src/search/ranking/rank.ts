import type { Shard } from '../memory/shard';
import type { View } from '../memory/view';
import type { Question } from '../text/question';
import type { Parameters } from './parameters';
import { nearTerms } from './near-terms';
import { Scoring } from './score';
import type { AskedTerm, Scores, WeighedTerm } from './score';
import { topOf } from './top';
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

const highestOf = (numbers: number[], scoreOf: (number: number) => number): number => numbers.reduce((most, number) => Math.max(most, scoreOf(number)), 0);

/** Ranks what the view shows. Words of documents (BM25F), best passage and votes of past questions make one score. */
export const rank = (shard: Shard, view: View, question: Question, { kind, offset, limit }: Wanted, parameters: Parameters): Ranking => {
  const scoring = new Scoring(shard, view, parameters.saturation(question.own.size), parameters);
  for (const term of askedTerms(shard, view, question, parameters)) scoring.add(term);
  const { documents, learned, units, touched } = scoring.scores;
  const candidates = kind === undefined ? touched : touched.filter((number) => shard.documents[number]?.kind === kind);
  const best = bestPassages(shard, scoring.scores, candidates);
  const votes = votesOf(shard, view, scoring.scores, parameters);

  const passageScore = (number: number): number => units[best[number] ?? -1] ?? 0;
  const highest = highestOf(candidates, (number) => documents[number] ?? 0);
  const highestPassage = highestOf(candidates, passageScore) || 1;
  const { documentShare, voteShare } = parameters;
  const passageShare = parameters.passageShare(question.own.size) / highestPassage;
  const voteFor = (number: number): number => voteShare * (votes.get(number) ?? 0);
  const totals = new Float64Array(shard.documents.length);
  for (const number of candidates) totals[number] = (documentShare * (documents[number] ?? 0)) / highest + passageShare * passageScore(number) + voteFor(number);

  const keyOf = (number: number): string => shard.documents[number]?.key ?? '';
  // The key settles ties: numbers differ between processes, keys do not.
  const first = (one: number, other: number): number => (totals[other] ?? 0) - (totals[one] ?? 0) || (keyOf(one) < keyOf(other) ? -1 : 1);
  const ranked = topOf(candidates, offset + limit, first).slice(offset).map((document): Ranked => {
    const unit = best[document] ?? -1;
    const score = totals[document] ?? 0;
    const fromExamples = Math.min(1, ((documentShare * (learned[document] ?? 0)) / highest + voteFor(document)) / (score || 1));
    return { document, score, passage: unit < 0 ? null : unit - (shard.documents[document]?.firstPassage ?? 0), fromExamples };
  });
  return { total: candidates.length, ranked, relevance: relevanceOf(scoring.terms, highest), terms: scoring.terms };
};
