/** The first `count` of `items` in the order of `compare` (negative: the one comes before the other), without sorting all. */
export const topOf = <T>(items: T[], count: number, compare: (one: T, other: T) => number): T[] => {
  const top: T[] = [];
  for (const item of items) {
    const last = top[top.length - 1];
    if (top.length >= count && (last === undefined || compare(item, last) >= 0)) continue;
    let low = 0;
    let high = top.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(item, top[middle] as T) < 0) high = middle;
      else low = middle + 1;
    }
    top.splice(low, 0, item);
    if (top.length > count) top.pop();
  }
  return top;
};
