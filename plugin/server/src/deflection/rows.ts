import type { HitPassage, SuggestionExplanation } from '../search/types';
import type { Row } from '../platform/rows';

export interface SearchRecordRow extends Row {
  key: string;
  query: string;
  normal: string;
  language: string;
  results: number;
  openings: number;
}

/** An article that was offered, with the passage that was shown. */
export interface OfferedArticle {
  document: string;
  passage: HitPassage;
  coverage: number;
  fromExamples: number;
}
export interface SuggestionRow extends Row {
  key: string;
  owner: string;
  language: string;
  category: string | null;
  subject: string | null;
  text: string | null;
  offered: OfferedArticle[] | null;
  explanation: SuggestionExplanation | null;
  opened: string[] | null;
  offers: number;
  openings: number;
  outcome: 'open' | 'solved' | 'sent';
  solvedBy: string | null;
  ticketId: number | null;
  settled: boolean;
}

export type LinkSource = 'solved_by_suggestion' | 'agent_link' | 'opened_not_sent';
export interface ArticleLinkRow extends Row {
  cause: string;
  ticketId: number | null;
  document: string;
  source: LinkSource;
  removed: boolean;
}

export interface TakenGapRow extends Row {
  gap: string;
  document: string;
  language: string;
  takenBy: string;
}
