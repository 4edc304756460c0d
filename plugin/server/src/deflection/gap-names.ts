/** What a gap is about: a query of a language, or the tickets of a category. */
export type Gap = { kind: 'search'; language: string; normal: string } | { kind: 'category'; category: string | null };

/** Names a query that found too little; the same question has the same name. */
export const gapOfSearch = (language: string, normal: string): string => `search:${language}:${normal}`;
/** Names the tickets of a category for which no answer was good enough; null for those without one. */
export const gapOfCategory = (category: string | null): string => `category:${category ?? ''}`;

/** What a name means; null for one that no gap has. */
export const parseGap = (name: string): Gap | null => {
  const [, language, normal] = /^search:([a-zA-Z0-9-]{2,12}):(.+)$/s.exec(name) ?? [];
  if (language && normal) return { kind: 'search', language, normal };
  const [, category] = /^category:([a-z0-9-]*)$/.exec(name) ?? [];
  return category === undefined ? null : { kind: 'category', category: category || null };
};
