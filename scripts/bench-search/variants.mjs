const none = () => 0;
const only = (weights) => ({ title: 0, keywords: 0, body: 0, examples: 0, ...weights });
const silentVotes = { voteShare: 0, votePlaceShare: 0 };
const unlearned = only({ title: 3, keywords: 3, body: 1 });

/** The parts of the ranking, alone and together, as figures that differ from the standard ones. */
export const variants = {
  'best passage': { documentShare: 0, passageShare: () => 1, ...silentVotes },
  'best passage + titles': { weight: only({ title: 3, keywords: 3 }), passageShare: () => 1, ...silentVotes },
  'whole articles (BM25F)': { weight: unlearned, passageShare: none, ...silentVotes },
  'whole articles, k1 = 1.2': { weight: unlearned, passageShare: none, ...silentVotes, saturation: () => 1.2 },
  'articles + best passage': { weight: unlearned, ...silentVotes },
  'votes of past questions': { documentShare: 0, passageShare: none },
  'words of past questions': { weight: only({ examples: 1 }), passageShare: none, ...silentVotes },
  'articles + passage + votes': { weight: unlearned },
  'articles + passage + words of past questions': { ...silentVotes },
  'all, votes by their share alone': { votePlaceShare: 0 },
  'all, votes as weighed before': { voteShare: 0.5, votePlaceShare: 0 },
  'all, without mending unknown words': { mendsWords: false },
  'all (as shipped)': {},
};

/** With vectors on: each side alone, and together. */
export const vectorVariants = {
  'words alone': { vectorShare: 0 },
  'vectors alone': { documentShare: 0, passageShare: none, ...silentVotes, vectorShare: 1 },
  'together, as shipped': {},
  'together, share 0.1': { vectorShare: 0.1 },
  'together, share 0.2': { vectorShare: 0.2 },
  'together, share 0.3': { vectorShare: 0.3 },
  'together, share 0.5': { vectorShare: 0.5 },
};

/** Those that need no past questions. */
export const withoutHistory = ['best passage', 'best passage + titles', 'whole articles (BM25F)', 'whole articles, k1 = 1.2', 'articles + best passage', 'all, without mending unknown words', 'all (as shipped)'];
