import { Field } from '../memory/shard';
import type { Shard } from '../memory/shard';
import type { View } from '../memory/view';
import { fading } from './fading';
import type { Parameters } from './parameters';
import type { Scores } from './score';
import { topOf } from './top';

const nearestExamples = (shard: Shard, { weight }: View, units: Float32Array, voters: number): number[] => {
  const fields = shard.field.data;
  const near: number[] = [];
  for (let unit = 0; unit < units.length; unit += 1) if (fields[unit] === Field.example && (units[unit] as number) > 0 && (weight[unit] as number) < 0) near.push(unit);
  return topOf(near, voters, (one, other) => (units[other] as number) - (units[one] as number) || one - other);
};

/** What is voted for, most first. The key settles ties: numbers differ between processes, keys do not. */
const places = (shard: Shard, votes: Map<number, number>): [document: number, vote: number][] => {
  const keyOf = (document: number): string => shard.documents[document]?.key ?? '';
  return [...votes].sort(([one, less], [other, more]) => more - less || (keyOf(one) < keyOf(other) ? -1 : 1));
};

/**
 * What the nearest past questions say: for each document its share of the votes (`voteShare`) and what its
 * place among the voted ones brings (`votePlaceShare`). Each votes with the square of its likeness; `voteDoubt`
 * keeps a few vague likenesses from deciding. The asked kind of documents does not matter here: votes for
 * others fall away with them.
 */
export const votesOf = (shard: Shard, view: View, { units, exampleCeiling }: Scores, parameters: Parameters): Map<number, number> => {
  const votes = new Map<number, number>();
  if (exampleCeiling === 0 || view.examples === 0) return votes;
  let sum = 0;
  for (const unit of nearestExamples(shard, view, units, parameters.voters)) {
    const likeness = ((units[unit] as number) / exampleCeiling) ** 2;
    const example = shard.owner.data[unit] as number;
    sum += likeness;
    for (let at = view.answersFrom[example] as number; at < (view.answersFrom[example + 1] as number); at += 1) {
      const document = view.answerDocument[at] as number;
      votes.set(document, (votes.get(document) ?? 0) + likeness * (view.answerWeight[at] as number));
    }
  }
  const { voteShare, votePlaceShare, voteDoubt, placeFade } = parameters;
  for (const [place, [document, vote]] of places(shard, votes).entries()) {
    votes.set(document, (voteShare * vote + votePlaceShare * sum * fading(place, placeFade)) / (sum + voteDoubt));
  }
  return votes;
};
