import { z } from 'zod';
import { articleLanguage } from './knowledge';
import type { ErrorCode } from './platform';

/** Longer than a question: what is longer is a letter, and goes to people. */
export const longestQuestion = 500;

/** POST knowledge/answers: with `Accept: text/event-stream` it is told as it is written, else at once. */
export const answerRequest = z.strictObject({ question: z.string().trim().min(1).max(longestQuestion), language: articleLanguage.optional() });

/** `unknown`: the articles that this reader may see do not say. */
export type AnswerState = 'answered' | 'unknown';

/** One sentence, plain text. `citations` name sources and are never empty. */
export interface AnswerSentence {
  text: string;
  citations: number[];
}

/** A passage that the answer stands on. `n` is its number in the answer. */
export interface AnswerSource {
  n: number;
  slug: string;
  title: string;
  /** Heading and anchor of the passage; empty for an article's beginning. */
  heading: string;
  anchor: string;
  language: string;
}

/** GET knowledge/answers/:id, for an hour and for whoever asked; POST answers the same. */
export interface WrittenAnswer {
  id: string;
  state: AnswerState;
  /** Language of the sentences. */
  language: string;
  sentences: AnswerSentence[];
  sources: AnswerSource[];
}

/** What a streamed answer tells, in this order: sentences, then its sources, then that it is done; or, at any time, that it failed. */
export type AnswerEvent =
  | { event: 'sentence'; data: AnswerSentence & { language: string } }
  | { event: 'sources'; data: AnswerSource[] }
  | { event: 'done'; data: { id: string; state: AnswerState } }
  | { event: 'failed'; data: { code: ErrorCode } };
