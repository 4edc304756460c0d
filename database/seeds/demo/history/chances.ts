/** A number from 0 up to, but not including, `below`. */
export type Chance = (below: number) => number;

/** Chances that come out the same each time for the same name (mulberry32 over a hash of it). */
export const chancesOf = (name: string): Chance => {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

/** One of a list that is not empty. */
export const oneOf = <Value>(all: readonly Value[], chance: Chance): Value => all[chance(all.length)] as Value;

/** One of those with a weight, more often the heavier it is. */
export const weighed = <Value>(all: readonly (readonly [value: Value, weight: number])[], chance: Chance): Value => {
  let left = chance(all.reduce((sum, [, weight]) => sum + weight, 0));
  return (all.find(([, weight]) => (left -= weight) < 0) ?? all[0])?.[0] as Value;
};

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** So many letters and digits as references have them. */
export const code = (length: number, chance: Chance): string => Array.from({ length }, () => letters[chance(letters.length)]).join('');
