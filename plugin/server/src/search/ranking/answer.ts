import type { Memory } from '../memory/memory';
import type { Shard } from '../memory/shard';
import { markedTerms } from '../text/marks';
import { questionOf } from '../text/question';
import { preparedWords } from '../text/synonyms';
import type { Hit, SearchAnswer, SearchQuery, SuggestQuery, Suggestions } from '../types';
import type { Near } from '../vectors/worker/protocol';
import { leastRelevance, standard } from './parameters';
import { rank } from './rank';
import type { Ranking } from './rank';
import type { WeighedTerm } from './score';
import { spellingOf } from './spelling';
import { nearDocuments } from './vectors';

const mostHits = 50;
const furthest = 10_000;
const within = (value: number, most: number): number => Math.min(Math.max(0, Math.trunc(value) || 0), most);

/** Share of what was asked, weighed by rarity, that is among the words of a passage. */
const coverageOf = (terms: WeighedTerm[], found: Set<string>): number => {
  const sumOf = (some: WeighedTerm[]): number => some.reduce((sum, { rarity }) => sum + rarity, 0);
  const own = terms.filter((term) => term.own);
  const all = sumOf(own);
  return all === 0 ? 0 : sumOf(own.filter(({ term }) => found.has(term))) / all;
};

const hitsOf = (shard: Shard, { terms, ranked }: Ranking): Hit[] => {
  const asked = new Set(terms.map(({ term }) => term));
  return ranked.flatMap(({ document, passage, score, fromExamples }) => {
    const held = shard.documents[document];
    if (!held) return [];
    const { heading, anchor, text } = held.passages[passage ?? 0] ?? { heading: '', anchor: '', text: '' };
    const marked = markedTerms(shard.analyser, text, asked);
    const covered = new Set([...marked, ...markedTerms(shard.analyser, heading, asked)].map(({ term }) => term));
    const marks = marked.map(({ from, to }): [number, number] => [from, to]);
    return [{ key: held.key, score, coverage: coverageOf(terms, covered), fromExamples, passage: { heading, anchor, text, marks } }];
  });
};

/** Answers a search from memory, in one go; `near` is what vectors found. Limits: 50 hits, from the first 10,000. */
export const answerSearch = (memory: Memory, { text, language, audience, kind, offset, limit, words }: SearchQuery, parameters = standard, near: Near[] = []): SearchAnswer => {
  const shard = memory.shardFor(language);
  if (!shard) return { total: 0, hits: [], spelling: null };
  const view = memory.viewOf(shard, audience, parameters);
  const question = questionOf(shard.analyser, '', text, words ? preparedWords(shard.analyser, words) : shard);
  const ranking = rank(shard, view, question, { kind, offset: within(offset, furthest), limit: within(limit, mostHits) }, parameters, nearDocuments(shard, view, near, kind));
  return { total: ranking.total, hits: hitsOf(shard, ranking), spelling: spellingOf(shard, view, text, question.words) };
};

const nothing = (threshold: number): Suggestions => ({ hits: [], silent: true, explanation: { relevance: 0, threshold, terms: 0, known: 0, examples: 0 } });

/** Suggestions for a request that is being written, from memory, in one go; none where nothing fits well enough, by words or by vectors. */
export const answerSuggest = (memory: Memory, query: SuggestQuery, parameters = standard, near: Near[] = []): Suggestions => {
  const { title, text, language, audience, kind, limit, leastRelevance: threshold = leastRelevance } = query;
  const shard = memory.shardFor(language);
  if (!shard) return nothing(threshold);
  const view = memory.viewOf(shard, audience, parameters);
  const question = questionOf(shard.analyser, title, text, shard);
  const ranking = rank(shard, view, question, { kind, offset: 0, limit: within(limit, mostHits) }, parameters, nearDocuments(shard, view, near, kind));
  const { relevance, likeness } = ranking;
  const own = ranking.terms.filter((term) => term.own);
  const known = own.filter(({ holders }) => holders > 0).length;
  const silent = ranking.total === 0 || (relevance < threshold && likeness < parameters.leastLikeness);
  return { hits: silent ? [] : hitsOf(shard, ranking), silent, explanation: { relevance, threshold, terms: own.length, known, examples: view.examples, ...(near.length === 0 ? {} : { likeness }) } };
};
