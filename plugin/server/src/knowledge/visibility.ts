/** Who reads: a customer's segment, or null for somebody who is not signed in. */
export type Audience = string | null;

export interface Restrictions {
  segments: string[];
  signedInOnly: boolean;
  /** Milliseconds; null: never. */
  expiresAt: number | null;
}

/** Nobody's segment: what an author's malformed list becomes, so that a mistake hides and never shows. */
const nobody = '\u0000';

/** The list of segments as an author keeps it in a JSON field; empty for everybody. */
export const segmentsOf = (value: unknown): string[] => {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return [nobody];
  const names = value.filter((name): name is string => typeof name === 'string' && name.trim() !== '').map((name) => name.trim());
  return value.length > 0 && names.length === 0 ? [nobody] : names;
};

/** True where this reader may know that the article exists. */
export const mayRead = ({ segments, signedInOnly, expiresAt }: Restrictions, audience: Audience, moment: number): boolean => {
  if (expiresAt !== null && expiresAt <= moment) return false;
  if (segments.length > 0) return audience !== null && segments.includes(audience);
  return !signedInOnly || audience !== null;
};

/** Who may find it, in the words of the search index: `*` stands for everybody who is known. */
export const audiencesOf = ({ segments, signedInOnly }: Restrictions): string[] => {
  if (segments.length > 0) return segments;
  return signedInOnly ? ['*'] : [];
};

/** The stricter of two: an article and its translations are hidden together. */
export const stricter = (one: Restrictions, other: Restrictions): Restrictions => ({
  segments: one.segments.length === 0 || other.segments.length === 0 ? [...one.segments, ...other.segments] : withNobody(one.segments.filter((segment) => other.segments.includes(segment))),
  signedInOnly: one.signedInOnly || other.signedInOnly,
  expiresAt: one.expiresAt,
});

const withNobody = (segments: string[]): string[] => (segments.length > 0 ? segments : [nobody]);
