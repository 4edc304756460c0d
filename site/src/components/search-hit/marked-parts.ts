/** A piece of a passage, and whether it was looked for. */
export interface Part {
  text: string;
  marked: boolean;
}

/** Cuts a text at its marks. Marks may come in any order, overlap or lie outside: text is never lost, doubled or cut within a character. */
export const markedParts = (text: string, marks: [number, number][]): Part[] => {
  const inside = (place: number): number => {
    const bound = Math.min(Math.max(Math.trunc(place) || 0, 0), text.length);
    // A place between the halves of a surrogate pair would print two broken characters.
    return /[\uDC00-\uDFFF]/.test(text[bound] ?? '') && /[\uD800-\uDBFF]/.test(text[bound - 1] ?? '') ? bound - 1 : bound;
  };
  const parts: Part[] = [];
  let done = 0;
  for (const [from, to] of marks.map(([a, b]): [number, number] => [inside(a), inside(b)]).sort(([a], [b]) => a - b)) {
    const start = Math.max(from, done);
    if (to <= start) continue;
    if (start > done) parts.push({ text: text.slice(done, start), marked: false });
    parts.push({ text: text.slice(start, to), marked: true });
    done = to;
  }
  return done < text.length ? [...parts, { text: text.slice(done), marked: false }] : parts;
};
