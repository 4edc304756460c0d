/**
 * PostgreSQL keeps no NUL character, and its JSON no half of a surrogate pair. Nobody types either, so the one
 * is refused and the other becomes the replacement character, before a database ever sees them.
 */
const isKeepable = (text: string): boolean => !text.includes('\0');

type Path = (string | number)[];
/** Deeper than any of our forms; a body of a megabyte could nest deep enough to end the stack. */
const deepest = 20;
const entriesOf = (value: object): [string | number, unknown][] => (Array.isArray(value) ? value.map((item, index) => [index, item]) : Object.entries(value));

/** Where a value from outside holds what cannot be kept: text with a NUL, also in names of fields, or a nest without end. */
export const unkeepable = (value: unknown, at: Path = []): Path[] => {
  if (typeof value === 'string') return isKeepable(value) ? [] : [at];
  if (typeof value !== 'object' || value === null) return [];
  if (at.length > deepest) return [at.slice(0, 1)];
  return entriesOf(value).flatMap(([key, inner]) => (isKeepable(String(key)) ? unkeepable(inner, [...at, key]) : [at]));
};

/** The same value with every text well-formed. */
export const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  // Not by assignment: a field called `__proto__` must stay a field.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]));
};
