/**
 * The figures that ranking is made with: round ones, from the middle of a plateau on which neighbours do as
 * well (decision 010). None is for one collection; the bench passes others to measure each part alone.
 */
export interface Parameters {
  /** What a term counts in each field of a document. */
  weight: { title: number; keywords: number; body: number; examples: number };
  /** How much longer fields weigh a term less (0: not, 1: in proportion). */
  lean: { title: number; keywords: number; body: number; examples: number; passage: number; example: number };
  /** How soon repetition stops to count: soon (1) or late (15). By the number of terms in the question. */
  saturation: (terms: number) => number;
  passageSaturation: number;
  exampleSaturation: number;
  /** Shares of the three voices in the score: the document's words, its best passage, past questions. */
  documentShare: number;
  passageShare: (terms: number) => number;
  voteShare: number;
  /** What the first place among the voted ones brings besides. Keeps in sight what past questions name when its own words are outshone. */
  votePlaceShare: number;
  /** How many of the nearest past questions vote. */
  voters: number;
  /** So much likeness must come together before a vote counts a half: one vague likeness says little. */
  voteDoubt: number;
  /** Of a very long question only the first so many different terms are looked for. */
  mostTerms: number;
  /** Share of the fourth voice, the vectors, where they are on. */
  vectorShare: number;
  /** How soon what a place brings fades down its list (reciprocal ranks): at this place it is a half. */
  placeFade: number;
  /** How many of the nearest documents it speaks for. */
  nearest: number;
  /** From this likeness on vectors may speak where words alone keep silent, and name documents without any asked word; above 1: never. */
  leastLikeness: number;
  /** Whether the nearest known word is looked for where one is unknown. */
  mendsWords: boolean;
}

export const standard: Parameters = {
  weight: { title: 3, keywords: 3, body: 1, examples: 1 },
  lean: { title: 0.3, keywords: 0.3, body: 0.75, examples: 0.5, passage: 0.5, example: 0.75 },
  // A question of two words wants both of them; for a ticket the document is looked for that speaks of one matter all over.
  saturation: (terms) => Math.min(15, Math.max(4, 2 * terms)),
  passageSaturation: 1.5,
  exampleSaturation: 4,
  documentShare: 1,
  // A half for up to four words, a fifth for ten and more.
  passageShare: (terms) => Math.min(0.5, Math.max(0.2, 2 / terms)),
  voteShare: 1,
  votePlaceShare: 0.25,
  voters: 50,
  voteDoubt: 0.05,
  mostTerms: 200,
  vectorShare: 0.3,
  placeFade: 10,
  nearest: 50,
  leastLikeness: 2,
  mendsWords: true,
};

/** Suggestions below this relevance are not shown (in the bench 96 of 100 tickets are above it, and 20 of 100 questions that nothing answers). */
export const leastRelevance = 2;
