import type { Parameters } from '../ranking/parameters';
import type { HeldDocument, Shard } from './shard';
import { Field } from './shard';

/**
 * A shard as one audience sees it. What it may not find is nowhere in it: not among the candidates, nor in
 * the counts and averages that rarity and length are measured by.
 */
export interface View {
  version: number;
  parameters: Parameters;
  visible: Uint8Array;
  documents: number;
  /** By unit, what a term in it counts for its document: less in a long field. 0: not to be found; -1: an example. */
  weight: Float32Array;
  /** By unit, how much a passage or an example leans to its length; 0 for those that have no score of their own. */
  lean: Float32Array;
  /** By document, what a term of its examples counts. */
  learnedWeight: Float64Array;
  /** Documents that an example speaks for, from `answersFrom[example]` up to that of the next. */
  answersFrom: Uint32Array;
  answerDocument: Uint32Array;
  answerWeight: Float64Array;
  examples: number;
}

/** In a document's audiences: whoever is known, whatever his audience is called. */
const anyoneKnown = '*';
const mayFind = ({ alive, audiences }: HeldDocument, audience: string | null): boolean =>
  alive && (audiences.length === 0 || (audience !== null && (audiences.includes(anyoneKnown) || audiences.includes(audience))));

const averageOf = (lengths: Float64Array, visible: Uint8Array): number => {
  let sum = 0;
  let count = 0;
  for (let number = 0; number < lengths.length; number += 1) {
    const length = lengths[number] ?? 0;
    if (visible[number] === 1 && length > 0) {
      sum += length;
      count += 1;
    }
  }
  return count === 0 ? 1 : sum / count;
};

const weightsOf = (lengths: Float64Array, visible: Uint8Array, lean: number): Float64Array => {
  const average = averageOf(lengths, visible);
  return lengths.map((length) => 1 / (1 - lean + lean * (length / average)));
};

type Answers = Pick<View, 'answersFrom' | 'answerDocument' | 'answerWeight' | 'examples'> & { averageExample: number };

const answersOf = (shard: Shard, visible: Uint8Array): Answers => {
  const answersFrom = new Uint32Array(shard.examples.length + 1);
  const documents: number[] = [];
  const weights: number[] = [];
  let examples = 0;
  let length = 0;
  for (const [number, example] of shard.examples.entries()) {
    answersFrom[number] = documents.length;
    if (!example.alive) continue;
    for (const { document, weight } of example.answers) {
      const found = shard.documentNumber(document);
      if (found === undefined || visible[found] !== 1) continue;
      documents.push(found);
      weights.push(weight);
    }
    if (documents.length === answersFrom[number]) continue;
    examples += 1;
    length += example.length;
  }
  answersFrom[shard.examples.length] = documents.length;
  return { answersFrom, answerDocument: Uint32Array.from(documents), answerWeight: Float64Array.from(weights), examples, averageExample: examples === 0 ? 1 : length / examples };
};

const learnedLengths = (shard: Shard, { answersFrom, answerDocument, answerWeight }: Pick<View, 'answersFrom' | 'answerDocument' | 'answerWeight'>): Float64Array => {
  const lengths = new Float64Array(shard.documents.length);
  for (const [number, { length }] of shard.examples.entries()) {
    for (let at = answersFrom[number] ?? 0; at < (answersFrom[number + 1] ?? 0); at += 1) {
      const document = answerDocument[at] ?? 0;
      lengths[document] = (lengths[document] ?? 0) + length * (answerWeight[at] ?? 0);
    }
  }
  return lengths;
};

const fieldWeights = (shard: Shard, visible: Uint8Array, { weight, lean }: Parameters): Float64Array[] => {
  const lengths = (field: keyof HeldDocument['lengths']): Float64Array => Float64Array.from(shard.documents, (document) => document.lengths[field]);
  const weights: Float64Array[] = [];
  weights[Field.title] = weightsOf(lengths('title'), visible, lean.title).map((each) => each * weight.title);
  weights[Field.keywords] = weightsOf(lengths('keywords'), visible, lean.keywords).map((each) => each * weight.keywords);
  weights[Field.passage] = weightsOf(lengths('passages'), visible, lean.body).map((each) => each * weight.body);
  return weights;
};

const averagePassageOf = (shard: Shard, visible: Uint8Array): number => {
  let passages = 0;
  let length = 0;
  for (const [number, document] of shard.documents.entries()) {
    if (visible[number] !== 1) continue;
    passages += document.passages.length;
    length += document.lengths.passages;
  }
  return Math.max(1, length / Math.max(1, passages));
};

const unitsOf = (shard: Shard, visible: Uint8Array, { answersFrom, averageExample }: Answers, parameters: Parameters): Pick<View, 'weight' | 'lean'> => {
  const units = shard.owner.length;
  const { passageSaturation, exampleSaturation, lean: leaning } = parameters;
  const weights = fieldWeights(shard, visible, parameters);
  const averagePassage = averagePassageOf(shard, visible);
  const weight = new Float32Array(units);
  const lean = new Float32Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    const owner = shard.owner.data[unit] ?? 0;
    const field = shard.field.data[unit] ?? 0;
    const length = shard.length.data[unit] ?? 0;
    if (field === Field.example) {
      if (answersFrom[owner] === answersFrom[owner + 1]) continue;
      weight[unit] = -1;
      lean[unit] = exampleSaturation * (1 - leaning.example + (leaning.example * length) / averageExample);
    } else if (visible[owner] === 1) {
      weight[unit] = weights[field]?.[owner] ?? 0;
      if (field === Field.passage) lean[unit] = passageSaturation * (1 - leaning.passage + (leaning.passage * length) / averagePassage);
    }
  }
  return { weight, lean };
};

/** Makes the view; a few milliseconds at ten thousand documents, so callers keep it while `version` stays. */
export const viewOf = (shard: Shard, audience: string | null, parameters: Parameters): View => {
  const visible = Uint8Array.from(shard.documents, (document) => (mayFind(document, audience) ? 1 : 0));
  const answers = answersOf(shard, visible);
  const learnedWeight = weightsOf(learnedLengths(shard, answers), visible, parameters.lean.examples).map((each) => each * parameters.weight.examples);
  const documents = visible.reduce((sum, one) => sum + one, 0);
  const { answersFrom, answerDocument, answerWeight, examples } = answers;
  return { version: shard.version, parameters, visible, documents, learnedWeight, ...unitsOf(shard, visible, answers, parameters), answersFrom, answerDocument, answerWeight, examples };
};
