import { z } from 'zod';
import { articleLanguage } from './knowledge';
import type { TicketArticles, feedbackReasons } from './knowledge';
import { pageNumber, pageSize } from './platform';
import type { VectorHealth } from './search-vectors';

/** The authors' half of the knowledge base: answers of the admin API under `/portal/knowledge`. */

/** RBAC actions; a role gets them in Settings → Roles → Plugins → Customer Portal. */
export const knowledgeActions = {
  /** See the gap board and the figures. */
  read: 'plugin::portal.knowledge.read',
  /** Approve articles, and publish them without anybody's approval. */
  publish: 'plugin::portal.knowledge.publish',
  /** See articles as readers would, before they are published; needs the content manager's right to read them besides. */
  preview: 'plugin::portal.knowledge.preview',
  /** Rebuild the search index. */
  rebuild: 'plugin::portal.knowledge.rebuild',
  /** Take back what the search learned. */
  labels: 'plugin::portal.knowledge.labels',
  /** Set synonyms and stop words of the search. */
  words: 'plugin::portal.search-words.manage',
} as const;

/** GET /portal/knowledge/gaps and /portal/knowledge/figures */
export const lookBack = z.strictObject({ days: z.enum(['7', '30', '90']).default('30').transform(Number) });

/** An article as authors find it again in the content manager. */
export interface AuthoredArticle {
  document: string;
  language: string;
  slug: string;
  title: string;
}
/** Somebody has made a draft of it. */
export interface TakenGap {
  document: string;
  by: string;
  at: string;
}
export interface SearchGap {
  /** Names it in `gaps/drafts`. */
  gap: string;
  /** One of the ways in which it was asked, with addresses and numbers masked. */
  query: string;
  language: string;
  searches: number;
  withoutResult: number;
  /** Something was found, and nothing of it was opened. */
  withoutOpening: number;
  /** Within the days that were looked back. */
  firstAt: string;
  lastAt: string;
  taken: TakenGap | null;
}
export interface UnhelpfulArticle {
  article: AuthoredArticle;
  no: number;
  yes: number;
  reasons: Partial<Record<(typeof feedbackReasons)[number] | 'none', number>>;
  /** The latest words of those who said no. */
  comments: string[];
  /** References of tickets that they sent within a day. */
  tickets: string[];
  /** Of those who said no, within the days that were looked back. */
  firstAt: string;
  lastAt: string;
}
export interface StaleArticle {
  article: AuthoredArticle;
  why: 'review_due' | 'old';
  reviewBy: string | null;
  updatedAt: string;
  owner: string | null;
}
/** Tickets of one category that were sent although answers were looked for. */
export interface SuggestionGap {
  gap: string;
  category: { slug: string; name: string } | null;
  /** Nothing was found worth offering. */
  silent: number;
  /** Something was offered, and nothing of it was opened. */
  ignored: number;
  /** Subjects of the latest, masked. */
  subjects: string[];
  /** Within the days that were looked back. */
  firstAt: string;
  lastAt: string;
  taken: TakenGap | null;
}
export interface Gaps {
  searches: SearchGap[];
  unhelpful: UnhelpfulArticle[];
  stale: StaleArticle[];
  suggestions: SuggestionGap[];
}

/** POST /portal/knowledge/gaps/drafts → 201 with the new draft; 200 with the one that was made before. */
export const gapDraft = z.strictObject({ gap: z.string().min(1).max(300) });
export interface GapDraft {
  document: string;
  language: string;
}

/** POST /portal/knowledge/previews → 201; whom it is shown as: a segment, or null for somebody without an account. */
export const previewRequest = z.strictObject({
  document: z.string().min(1).max(64),
  language: articleLanguage,
  status: z.enum(['draft', 'published']).default('draft'),
  audience: z.string().min(1).max(80).nullable().default(null),
});
export type PreviewRequest = z.infer<typeof previewRequest>;
export interface NewPreview {
  /** The page's whole address. Whoever has it can read this one version until then; nobody can make another one of it. */
  url: string;
  until: string;
}

/** GET /portal/knowledge/figures: what answers spared the desk. */
export interface KnowledgeFigures {
  searches: number;
  searchesWithoutResult: number;
  searchesWithOpening: number;
  /** Times that answers were looked for before a ticket was sent. */
  suggestions: { all: number; silent: number; opened: number; solved: number; sent: number; left: number };
  queries: { query: string; language: string; searches: number; withoutResult: number; opened: number }[];
  articles: { article: AuthoredArticle; views: number; shown: number; opened: number; solved: number; sentAnyway: number; yes: number; no: number }[];
}

/** GET /portal/knowledge/index */
export interface IndexState {
  ready: boolean;
  documents: number;
  passages: number;
  /** Past questions that the search learned from. */
  examples: number;
  /** Changes that this process has still to take in. */
  behind: number | null;
  languages: string[];
  /** Likeness in meaning, where it is on. */
  vectors: VectorHealth;
  rebuild: { done: number; total: number; startedAt: string; finishedAt: string | null; failure: string | null } | null;
}

/** GET /portal/tickets/:reference/articles: what the requester sees, and the address of the portal that links in replies start with. */
export interface DeskArticles extends TicketArticles {
  portal: string;
}

/** GET /portal/knowledge/labels */
export const labelQuery = z.strictObject({ page: pageNumber.default(1), pageSize: pageSize.default(25) });
export interface LearnedLabel {
  id: number;
  article: AuthoredArticle | null;
  source: 'solved_by_suggestion' | 'agent_link' | 'opened_not_sent';
  /** Reference of the ticket, or null for a request that was never sent. */
  ticket: string | null;
  /** What was asked, shortened and masked; empty for tickets, whose words stay with the desk. */
  question: string;
  createdAt: string;
}
