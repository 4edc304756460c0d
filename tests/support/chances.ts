/** Whole numbers below another one, by chance, and the same sequence each time. */
export const chances = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
/** One of them, by chance. */
export const pick = <Item>(items: readonly Item[], chance: (below: number) => number): Item => items[chance(items.length)] as Item;
