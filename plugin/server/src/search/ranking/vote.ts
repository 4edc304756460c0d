import { Field } from '../memory/shard';
import type { Shard } from '../memory/shard';
import type { View } from '../memory/view';
import type { Parameters } from './parameters';
import type { Scores } from './score';
import { topOf } from './top';

const nearestExamples = (shard: Shard, { weight }: View, units: Float32Array, voters: number): number[] => {
  const fields = shard.field.data;
  const near: number[] = [];
  for (let unit = 0; unit < units.length; unit += 1) if (fields[unit] === Field.example && (units[unit] as number) > 0 && (weight[unit] as number) < 0) near.push(unit);
  return topOf(near, voters, (one, other) => (units[other] as number) - (units[one] as number) || one - other);
};

/**
 * What the nearest past questions say: for each document a number from 0 to about 1. Each votes with the
 * square of its likeness; `voteDoubt` keeps a few vague likenesses from deciding. The asked kind of
 * documents does not matter here: votes for others fall away with them.
 */
export const votesOf = (shard: Shard, view: View, { units, exampleCeiling }: Scores, { voters, voteDoubt }: Parameters): Map<number, number> => {
  const votes = new Map<number, number>();
  if (exampleCeiling === 0 || view.examples === 0) return votes;
  let sum = voteDoubt;
  for (const unit of nearestExamples(shard, view, units, voters)) {
    const likeness = ((units[unit] as number) / exampleCeiling) ** 2;
    const example = shard.owner.data[unit] as number;
    sum += likeness;
    for (let at = view.answersFrom[example] as number; at < (view.answersFrom[example + 1] as number); at += 1) {
      const document = view.answerDocument[at] as number;
      votes.set(document, (votes.get(document) ?? 0) + likeness * (view.answerWeight[at] as number));
    }
  }
  for (const [document, vote] of votes) votes.set(document, vote / sum);
  return votes;
};
