import type { Shard } from '../memory/shard';
import type { View } from '../memory/view';
import type { Parameters } from './parameters';

/** What a question finds. Valid until the next question is put to the same shard. */
export interface Scores {
  /** By document its score, and the part of it that examples brought. */
  documents: Float64Array;
  learned: Float64Array;
  /** By unit the score of a passage or an example for itself. */
  units: Float32Array;
  /** Documents that hold anything of the question. */
  touched: number[];
  /** What a perfect example would score. */
  exampleCeiling: number;
}
/** A term of the question. `number` is null where the shard never heard of it. */
export interface AskedTerm {
  term: string;
  number: number | null;
  weight: number;
  own: boolean;
}
export interface WeighedTerm extends AskedTerm {
  rarity: number;
  /** Visible documents that hold it, themselves or in their examples. */
  holders: number;
}

/** Inverse document frequency as BM25 has it; never negative. */
export const rarityOf = (documents: number, holding: number): number => Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));

interface Space {
  documents: Float64Array;
  learned: Float64Array;
  held: Float64Array;
  heldByExamples: Float64Array;
  units: Float32Array;
}
const spaces = new WeakMap<Shard, Space>();

/** Room for one question, used again for the next: questions are answered one after another. */
const spaceFor = (shard: Shard): Space => {
  const documents = shard.documents.length;
  const units = shard.owner.length;
  const known = spaces.get(shard);
  if (known?.units.length === units && known.documents.length === documents) {
    known.documents.fill(0);
    known.learned.fill(0);
    known.units.fill(0);
    return known;
  }
  const fresh = { documents: new Float64Array(documents), learned: new Float64Array(documents), held: new Float64Array(documents), heldByExamples: new Float64Array(documents), units: new Float32Array(units) };
  spaces.set(shard, fresh);
  return fresh;
};

/**
 * Scores all that a view shows. Documents: BM25F over title, keywords, text and learned examples; passages
 * and examples: BM25 each. Runs without a pause: a whole ticket over 40,000 passages takes some milliseconds.
 */
export class Scoring {
  readonly scores: Scores;
  readonly terms: WeighedTerm[] = [];
  private readonly space: Space;
  private holders: number[] = [];
  private holdingExamples = 0;

  constructor(
    private readonly shard: Shard,
    private readonly view: View,
    private readonly saturation: number,
    private readonly parameters: Parameters,
  ) {
    this.space = spaceFor(shard);
    const { documents, learned, units } = this.space;
    this.scores = { documents, learned, units, touched: [], exampleCeiling: 0 };
  }

  add(asked: AskedTerm): void {
    this.holders = [];
    this.holdingExamples = 0;
    const postings = asked.number === null ? null : this.shard.postings.of(asked.number);
    if (postings) this.collect(postings);
    const rarity = rarityOf(this.view.documents, this.holders.length);
    this.terms.push({ ...asked, rarity, holders: this.holders.length });
    const { passageSaturation, exampleSaturation } = this.parameters;
    const exampleWeight = asked.weight * rarityOf(this.view.examples, this.holdingExamples) * (exampleSaturation + 1);
    // Words that nobody here may know count as well: an answer must not tell them from words of hidden texts.
    this.scores.exampleCeiling += exampleWeight;
    if (!postings) return;
    this.scoreDocuments(asked.weight * rarity);
    this.scoreUnits(postings, asked.weight * rarity * (passageSaturation + 1), exampleWeight);
  }

  /** Gathers, for one term, what each visible document holds of it. */
  private collect(postings: Uint32Array): void {
    const owners = this.shard.owner.data;
    const { weight } = this.view;
    for (let at = 0; at < postings.length; at += 1) {
      const posting = postings[at] as number;
      const unit = posting >>> 8;
      const each = weight[unit] as number;
      if (each > 0) this.hold(owners[unit] as number, each * (posting & 255));
      else if (each < 0) this.collectExample(owners[unit] as number, posting & 255);
    }
  }

  private collectExample(example: number, times: number): void {
    const { answersFrom, answerDocument, answerWeight, learnedWeight } = this.view;
    const { heldByExamples } = this.space;
    const end = answersFrom[example + 1] as number;
    for (let at = answersFrom[example] as number; at < end; at += 1) {
      const document = answerDocument[at] as number;
      const amount = (answerWeight[at] as number) * (learnedWeight[document] as number) * times;
      this.hold(document, amount);
      heldByExamples[document] = (heldByExamples[document] as number) + amount;
    }
    this.holdingExamples += 1;
  }

  private hold(document: number, amount: number): void {
    const before = this.space.held[document] as number;
    if (before === 0 && amount > 0) this.holders.push(document);
    this.space.held[document] = before + amount;
  }

  private scoreDocuments(weight: number): void {
    const { documents, learned, held, heldByExamples } = this.space;
    for (const document of this.holders) {
      const amount = held[document] as number;
      const score = (weight * amount * (this.saturation + 1)) / (this.saturation + amount);
      if (documents[document] === 0) this.scores.touched.push(document);
      documents[document] = (documents[document] as number) + score;
      learned[document] = (learned[document] as number) + (score * (heldByExamples[document] as number)) / amount;
      held[document] = 0;
      heldByExamples[document] = 0;
    }
  }

  private scoreUnits(postings: Uint32Array, passageWeight: number, exampleWeight: number): void {
    const { units } = this.space;
    const { lean, weight } = this.view;
    for (let at = 0; at < postings.length; at += 1) {
      const posting = postings[at] as number;
      const unit = posting >>> 8;
      const leaning = lean[unit] as number;
      if (leaning === 0) continue;
      const times = posting & 255;
      units[unit] = (units[unit] as number) + (((weight[unit] as number) > 0 ? passageWeight : exampleWeight) * times) / (times + leaning);
    }
  }
}
