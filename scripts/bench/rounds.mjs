import { elapsed } from '../progress.mjs';

const rounds = 5;
const middle = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Figures of all rounds as one: the middle of each, and the rates of the rounds beside them. */
const together = (figures) => {
  const [first] = figures;
  if (first.absent) return first;
  const middles = Object.fromEntries(['perSecond', 'p50', 'p99'].map((name) => [name, middle(figures.map((each) => each[name]))]));
  return { ...first, ...middles, refused: figures.reduce((sum, each) => sum + each.refused, 0), rates: figures.map(({ perSecond }) => perSecond) };
};

/**
 * Takes all measures in turn, five times: a shared machine is half as quick from one minute to the next, and
 * what is compared must have met the same minutes.
 */
export const measureInRounds = async (measures) => {
  const taken = new Map(measures.filter(({ take }) => take).map((measure) => [measure, []]));
  for (let round = 1; round <= rounds; round += 1) {
    const from = Date.now();
    for (const [measure, figures] of taken) figures.push(await measure.take());
    console.log(`Round ${round} of ${rounds}: ${elapsed(from)}`);
  }
  return new Map([...taken].map(([measure, figures]) => [measure.key ?? measure.name, together(figures)]));
};

/** One rate against another: the middle of the rounds' ratios, each between neighbours in time. */
export const ratioOf = (own, floor) => middle(own.rates.map((rate, round) => rate / floor.rates[round]));
