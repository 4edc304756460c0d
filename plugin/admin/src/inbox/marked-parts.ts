/** A piece of a line, marked or not. */
export interface Part {
  text: string;
  marked: boolean;
}

/** A line in pieces; `marks` are in order and do not overlap. */
export const markedParts = (text: string, marks: [from: number, to: number][]): Part[] => {
  const ends = [...marks, [text.length, text.length] as const];
  const parts = ends.flatMap(([from, to], index) => [
    { text: text.slice(index === 0 ? 0 : (ends[index - 1]?.[1] ?? 0), from), marked: false },
    { text: text.slice(from, to), marked: true },
  ]);
  return parts.filter((part) => part.text !== '');
};
