import type { Amounts } from './measures';
import type { Contribution } from './facts';

/** A ticket's facts: what it adds to which day, and to whom that is counted. */
export interface Facts {
  segment: string;
  category: string;
  agent: string;
  language: string;
  contribution: Contribution;
}
/** One row of figures by its name. */
export interface Place {
  dimension: string;
  value: string;
  day: string;
}

const named = ({ segment, category, agent, language }: Facts): [string, string][] => [['all', ''], ['segment', segment], ['category', category], ['agent', agent], ['language', language]];

/** Amounts by place, to be added to what is there. */
export class Sums {
  private readonly places = new Map<string, Place & { amounts: Amounts }>();

  private at(place: Place): Amounts {
    const key = JSON.stringify([place.dimension, place.value, place.day]);
    const found = this.places.get(key) ?? { ...place, amounts: {} };
    this.places.set(key, found);
    return found.amounts;
  }

  /** Adds amounts to a place, or with -1 takes them away. */
  add(place: Place, amounts: Amounts, sign: 1 | -1 = 1): void {
    const into = this.at(place);
    for (const [measure, amount] of Object.entries(amounts)) into[measure] = (into[measure] ?? 0) + sign * amount;
  }

  /** The same for all that a ticket is counted in. */
  addFacts(facts: Facts, sign: 1 | -1 = 1): void {
    for (const [dimension, value] of named(facts)) {
      for (const [day, amounts] of Object.entries(facts.contribution)) this.add({ dimension, value, day }, amounts, sign);
    }
  }

  /** Places with something to add, always in the same order: two that write at once then wait for each other once, not for ever. */
  entries(): (Place & { amounts: Amounts })[] {
    const some = [...this.places].filter(([, { amounts }]) => Object.values(amounts).some((amount) => amount !== 0));
    return some.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, place]) => place);
  }
}
