import type { Analyser } from '../text/analyser';
import type { Passage } from '../text/passages';
import { noSynonyms } from '../text/synonyms';
import type { Synonyms } from '../text/synonyms';
import type { ExampleAnswer } from '../types';
import { bytes, shorts, words } from './column';
import { mostUnits, Postings } from './postings';
import type { Counted, PreparedDocument, PreparedExample } from './prepare';
import { WordList } from './word-list';

/** What a unit (a piece of text with postings of its own) is. */
export const Field = { title: 0, keywords: 1, passage: 2, example: 3 } as const;

export interface HeldDocument {
  key: string;
  kind: string | null;
  audiences: string[];
  title: string;
  passages: Passage[];
  /** Units of the passages are numbered from here on. */
  firstPassage: number;
  lengths: { title: number; keywords: number; passages: number };
  alive: boolean;
}
export interface HeldExample {
  key: string;
  answers: ExampleAnswer[];
  length: number;
  alive: boolean;
}

/** Everything that is known in one language. Changes are taken in whole, between two questions. */
export class Shard {
  synonyms: Synonyms = noSynonyms;
  stopTerms = new Set<string>();
  version = 0;
  readonly terms = new WordList();
  readonly postings = new Postings();
  /** Words of documents as they were written, for spelling, and the term of each. Those of removed ones stay until the next load. */
  readonly written = new WordList();
  readonly termOfWritten = words();
  /** Of each unit: its document or example, its field, its length in terms. */
  readonly owner = words();
  readonly field = bytes();
  readonly length = shorts();
  readonly documents: HeldDocument[] = [];
  readonly examples: HeldExample[] = [];
  private readonly documentAt = new Map<string, number>();
  private readonly exampleAt = new Map<string, number>();
  private deadUnits = 0;

  constructor(
    readonly language: string,
    readonly analyser: Analyser,
  ) {}

  putDocument(prepared: PreparedDocument): void {
    this.removeDocument(prepared.key);
    const { key, kind, audiences, title, passages, titleTerms, keywordTerms, passageTerms } = prepared;
    const number = this.documents.length;
    this.addUnit(number, Field.title, titleTerms);
    this.addUnit(number, Field.keywords, keywordTerms);
    const firstPassage = this.owner.length;
    for (const terms of passageTerms) this.addUnit(number, Field.passage, terms);
    const lengths = { title: titleTerms.length, keywords: keywordTerms.length, passages: passageTerms.reduce((sum, { length }) => sum + length, 0) };
    this.documents.push({ key, kind, audiences, title, passages, firstPassage, lengths, alive: true });
    this.documentAt.set(key, number);
    for (const [word, term] of prepared.words) if (this.written.add(word) === this.termOfWritten.length) this.termOfWritten.push(this.termNumber(term));
  }

  removeDocument(key: string): void {
    this.version += 1;
    const document = this.documents[this.documentAt.get(key) ?? -1];
    if (!document) return;
    document.alive = false;
    this.deadUnits += document.passages.length + 2;
    this.documentAt.delete(key);
  }

  putExample({ key, answers, terms }: PreparedExample): void {
    this.removeExample(key);
    this.addUnit(this.examples.length, Field.example, terms);
    this.exampleAt.set(key, this.examples.length);
    this.examples.push({ key, answers, length: terms.length, alive: true });
  }

  removeExample(key: string): void {
    this.version += 1;
    const example = this.examples[this.exampleAt.get(key) ?? -1];
    if (!example) return;
    example.alive = false;
    this.deadUnits += 1;
    this.exampleAt.delete(key);
  }

  documentNumber = (key: string): number | undefined => this.documentAt.get(key);

  get counts(): { documents: number; passages: number; examples: number } {
    let passages = 0;
    for (const number of this.documentAt.values()) passages += this.documents[number]?.passages.length ?? 0;
    return { documents: this.documentAt.size, passages, examples: this.exampleAt.size };
  }

  /** True where so much is dead weight that loading anew is worth it. */
  get worn(): boolean {
    const units = this.owner.length;
    return units > mostUnits - 100_000 || (this.deadUnits > 2000 && this.deadUnits > units * 0.4);
  }

  private termNumber(term: string): number {
    const number = this.terms.add(term);
    if (number === this.postings.terms) this.postings.addTerm();
    return number;
  }

  private addUnit(owner: number, field: number, { counts, length }: Counted): void {
    const unit = this.owner.push(owner);
    if (unit >= mostUnits) throw new Error('The search index holds more than 16 million passages; it cannot take in another.');
    this.field.push(field);
    this.length.push(Math.min(length, 65_535));
    for (const [term, times] of counts) this.postings.add(this.termNumber(term), unit, times);
  }
}
