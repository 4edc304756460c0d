export const reviewStates = ['draft', 'in_review', 'approved'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What of an article a reader sees: a change of it after the approval was approved by nobody. */
const reviewed = ['title', 'slug', 'summary', 'body', 'content', 'videoUrl', 'videoFile', 'captions', 'poster', 'transcript', 'segments', 'signedInOnly', 'expiresAt'] as const;

type Values = Record<string, unknown>;
const idOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? (value as { id: unknown }).id : value);
const empty = (value: unknown): boolean => value === null || value === undefined || value === '';
const isSame = (one: unknown, other: unknown): boolean => (empty(one) && empty(other)) || JSON.stringify(idOf(one)) === JSON.stringify(idOf(other));

/** The fields that a change would alter and that a reviewer would have to see again. */
export const changedFields = (change: Values, stored: Values): string[] => reviewed.filter((name) => name in change && !isSame(normal(name, change[name]), normal(name, stored[name])));

const normal = (name: string, value: unknown): unknown => (name === 'expiresAt' && !empty(value) ? new Date(value as string).toISOString() : value);

/**
 * The state that an article is saved with. Who may publish decides himself. For others an approval ends with a
 * change, and none can be given: then the answer is null.
 */
export const stateAfter = (change: Values, stored: Values | null, mayPublish: boolean): ReviewState | null => {
  const before = (stored?.reviewState as ReviewState | undefined) ?? 'draft';
  const wanted = (change.reviewState as ReviewState | null | undefined) ?? before;
  if (mayPublish || wanted !== 'approved') return wanted;
  if (before !== 'approved') return null;
  return stored && changedFields(change, stored).length > 0 ? 'in_review' : 'approved';
};
