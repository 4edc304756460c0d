const longest = 240;
const before = 48;
const isSpace = (text: string, place: number): boolean => /\s/.test(text[place] ?? ' ');

/** The next place from `from` in steps of `step` that lies between words; `from` itself where a word is longer than any. */
const betweenWords = (text: string, from: number, step: 1 | -1): number => {
  for (let place = from; Math.abs(place - from) < 40 && place > 0 && place < text.length; place += step) if (isSpace(text, place)) return place;
  return from <= 0 ? 0 : Math.min(from, text.length);
};

/** Where the window begins that holds most marks; the earliest of several. */
const best = (marks: [number, number][]): number => {
  const starts = marks.map(([from]) => from).sort((one, other) => one - other);
  const counted = starts.map((start) => ({ start, count: starts.filter((other) => other >= start && other < start + longest - before).length }));
  return counted.reduce((top, each) => (each.count > top.count ? each : top), { start: 0, count: 0 }).start;
};

/** The piece of a passage that says most of what was looked for, cut between words, with the marks moved along. */
export const excerpt = (passage: string, marks: [number, number][]): { text: string; marks: [number, number][] } => {
  if (passage.length <= longest + before) return { text: passage, marks };
  const wanted = best(marks) - before;
  const from = wanted <= 0 ? 0 : betweenWords(passage, wanted, -1);
  const to = from + longest >= passage.length ? passage.length : betweenWords(passage, from + longest, -1);
  const [lead, tail] = [from > 0 ? '… ' : '', to < passage.length ? ' …' : ''];
  const skipped = passage.slice(from, to).length - passage.slice(from, to).trimStart().length;
  const shift = lead.length - from - skipped;
  return { text: `${lead}${passage.slice(from, to).trim()}${tail}`, marks: marks.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start + shift, end + shift]) };
};
