/** How many letters have to be put in, taken out or changed to make one word of the other. */
const distance = (one: string, other: string): number => {
  let row = [...Array(other.length + 1).keys()];
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const change = row[to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, row[to]! + 1, next[to - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
};

/** ` Did you mean "install"?` where one of the known words is near the typed one; else nothing. */
export const didYouMean = (typed: string, known: readonly string[]): string => {
  const [nearest] = known.map((word) => ({ word, by: distance(typed, word) })).sort((one, other) => one.by - other.by);
  return nearest && nearest.by <= Math.max(1, Math.floor(nearest.word.length / 3)) ? ` Did you mean "${nearest.word}"?` : '';
};
