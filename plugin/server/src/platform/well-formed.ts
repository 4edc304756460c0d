/**
 * The same value with every text well-formed. Half of a surrogate pair is what is left of an emoji that was cut
 * in two; PostgreSQL refuses it in JSON, and UTF-8 cannot write it.
 */
export const wellFormed = <Value>(value: Value): Value => {
  if (typeof value === 'string') return value.toWellFormed() as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)])) as Value;
};
