/** Which page numbers to offer: first, last, the current one and its neighbours; `null` is a gap. */
export const offeredPages = (page: number, pageCount: number): (number | null)[] => {
  const wanted = [1, page - 1, page, page + 1, pageCount].filter((one) => one >= 1 && one <= pageCount);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((one, index) => {
    const before = pages[index - 1];
    if (before === undefined || one - before === 1) return [one];
    // A gap of a single page costs as much room as the page itself.
    return one - before === 2 ? [one - 1, one] : [null, one];
  });
};
