import { z } from 'zod';
import { articleLanguage } from './knowledge';
import type { ErrorCode } from './platform';

/** Longer than a question: what is longer is a letter, and goes to people. */
export const longestQuestion = 500;

/** POST knowledge/answers: with `Accept: text/event-stream` it is told as it is written, else at once. */
export const answerRequest = z.strictObject({ question: z.string().trim().min(1).max(longestQuestion), language: articleLanguage.optional() });

/** `unknown`: the articles that this reader may see do not say. */
export const answerState = z.enum(['answered', 'unknown']);
export type AnswerState = z.infer<typeof answerState>;

/** One sentence, plain text. `citations` name sources and are never empty. */
export const answerSentence = z.object({
  text: z.string(),
  citations: z.array(z.number().int()),
}).meta({ id: 'AnswerSentence' });
export type AnswerSentence = z.infer<typeof answerSentence>;

/** A passage that the answer stands on. `n` is its number in the answer. */
export const answerSource = z.object({
  n: z.number().int(),
  slug: z.string(),
  title: z.string(),
  heading: z.string().describe('Heading and anchor of the passage; empty for an article’s beginning.'),
  anchor: z.string(),
  language: z.string(),
}).meta({ id: 'AnswerSource' });
export type AnswerSource = z.infer<typeof answerSource>;

/** GET knowledge/answers/:id, for an hour and for whoever asked; POST answers the same. */
export const writtenAnswer = z.object({
  id: z.string(),
  state: answerState,
  language: z.string().describe('Language of the sentences.'),
  sentences: z.array(answerSentence),
  sources: z.array(answerSource),
}).meta({ id: 'WrittenAnswer' });
export type WrittenAnswer = z.infer<typeof writtenAnswer>;

/** What a streamed answer tells, in this order: sentences, then its sources, then that it is done; or, at any time, that it failed. */
export type AnswerEvent =
  | { event: 'sentence'; data: AnswerSentence & { language: string } }
  | { event: 'sources'; data: AnswerSource[] }
  | { event: 'done'; data: { id: string; state: AnswerState } }
  | { event: 'failed'; data: { code: ErrorCode } };
