const percent = (share) => (share * 100).toFixed(1);

/** R@1 / R@3 / R@5 / MRR in percent, of the place (from 0, or -1) of the first right article of each question. */
export const recallOf = (places) => {
  const within = (count) => percent(places.filter((place) => place >= 0 && place < count).length / places.length);
  const reciprocal = places.reduce((sum, place) => sum + (place < 0 ? 0 : 1 / (place + 1)), 0) / places.length;
  return [within(1), within(3), within(5), percent(reciprocal)];
};

/** Places of the first right article in the answers to the questions. */
export const placesOf = (questions, answers) => questions.map(({ relevant }, number) => answers[number].findIndex((key) => relevant.includes(key)));

/** Chance that a real question has a higher figure than a foreign one. */
export const areaUnder = (real, foreign) => {
  const sorted = [...foreign].sort((one, other) => one - other);
  const below = (value, orEqual) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return real.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0) / (real.length * foreign.length);
};

/** Share of `figures` from `threshold` on. */
export const shareFrom = (figures, threshold) => figures.filter((figure) => figure >= threshold).length / figures.length;

/** The value that `share` of the figures stay below. */
export const quantile = (figures, share) => [...figures].sort((one, other) => one - other)[Math.min(figures.length - 1, Math.floor(figures.length * share))];

const line = (cells) => `| ${cells.join(' | ')} |`;
/** A Markdown table. */
export const table = (head, rows) => [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
