const segmenter = new Intl.Segmenter();
const plain = /^[a-z0-9](?=[ -~]|$)/i;

/** The first letter of a name as a reader counts letters (an accent or a flag is part of its letter), upper case. */
export const initialOf = (name: string): string => {
  const trimmed = name.trim();
  // Segmenting takes longer than the rest of a message's head; most names do not need it.
  const simple = plain.exec(trimmed)?.[0];
  if (simple !== undefined) return simple.toUpperCase();
  for (const { segment } of segmenter.segment(trimmed)) return segment.toLocaleUpperCase();
  return '';
};
