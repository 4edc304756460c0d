/** How far an article's review is. */
export const reviewStates = ['draft', 'in_review', 'approved'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What the panels read of an article in the content manager. */
export interface ArticleDocument {
  documentId: string;
  locale: string | null;
  reviewState: ReviewState;
  publishAt: string | null;
  reviewBy: string | null;
  segments: string[];
  signedInOnly: boolean;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads what the content manager holds; null before the first save. */
export const articleOf = (document: Record<string, unknown> | undefined): ArticleDocument | null => {
  const documentId = textOf(document?.documentId);
  if (!document || !documentId) return null;
  const { segments } = document;
  return {
    documentId,
    locale: textOf(document.locale),
    reviewState: reviewStates.find((each) => each === document.reviewState) ?? 'draft',
    publishAt: textOf(document.publishAt),
    reviewBy: textOf(document.reviewBy),
    segments: Array.isArray(segments) ? segments.filter((each): each is string => typeof each === 'string') : [],
    signedInOnly: document.signedInOnly === true,
  };
};
