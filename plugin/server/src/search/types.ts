/** A text that can be found. `key` is the owner's name for it; `index` of the same key replaces it. */
export interface SearchDocument {
  key: string;
  /** BCP 47 (`en`, `pt-BR`). A question finds documents of its own language only, or of `en` where there are none of `en-GB`. */
  language: string;
  title: string;
  keywords: string[];
  sections: SearchSection[];
  /** Who may find it; empty: everyone. `*`: everyone who is known. */
  audiences: string[];
  /** A filter that a search may ask for. */
  kind?: string;
}
export interface SearchSection {
  heading: string;
  anchor: string;
  text: string;
}

/** A past question with the documents that answered it. `weight` says how sure that is: 1 is a person's own word. */
export interface SearchExample {
  key: string;
  language: string;
  text: string;
  answers: ExampleAnswer[];
}
export interface ExampleAnswer {
  document: string;
  weight: number;
}

/** What a language's editors add: groups of words that mean the same, and words that mean nothing. */
export interface SearchWords {
  synonyms: string[][];
  stopWords: string[];
}

export interface SearchQuery {
  text: string;
  language: string;
  /** Who asks; null: somebody unknown, who finds what everyone may find. */
  audience: string | null;
  kind?: string;
  offset: number;
  limit: number;
  /** In place of the words that are kept: to see what they would do. */
  words?: SearchWords;
}
export interface SuggestQuery {
  title: string;
  text: string;
  language: string;
  audience: string | null;
  kind?: string;
  limit: number;
  /** Least relevance that is shown, where the standard one (`explanation.threshold`) does not suit. */
  leastRelevance?: number;
}

/** Plain text of a document with the offsets `[from, to]` of the asked words in it. */
export interface HitPassage {
  heading: string;
  anchor: string;
  text: string;
  marks: [number, number][];
}
export interface Hit {
  key: string;
  /** Only to be compared within one answer. */
  score: number;
  /** Share (0 to 1) of what was asked, weighed by rarity, that the best passage covers. */
  coverage: number;
  /** Share (0 to 1) of the score that past questions brought. */
  fromExamples: number;
  passage: HitPassage;
}

export interface SearchAnswer {
  total: number;
  hits: Hit[];
  /** The question with unknown words replaced by known ones, or null. */
  spelling: string | null;
}
export interface Suggestions {
  hits: Hit[];
  /** True where nothing fits well enough to be shown; `hits` is empty then. */
  silent: boolean;
  explanation: SuggestionExplanation;
}
/** Why it was shown or not: `relevance` against the least that is shown, and how much was there to learn from. */
export interface SuggestionExplanation {
  relevance: number;
  threshold: number;
  terms: number;
  known: number;
  examples: number;
  /** How near the nearest document is by its vectors (0 to 1), where they were asked. */
  likeness?: number;
}
