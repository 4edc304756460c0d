import type { Answer } from '../script';

/**
 * A request as it comes again and again. `{order}`, `{serial}`, `{first}` and `{agent}` stand for an order, a serial
 * number, and first names of the requester and of who answers; texts are as in `wording.ts` otherwise.
 */
export interface Story {
  /** Slug of a category that takes requests. */
  category: string;
  language: 'en' | 'de';
  subjects: string[];
  answers: Record<string, Answer>;
  text: string;
  reply: string;
  /** What the requester asks back, sometimes, and what he is told. */
  back?: [question: string, reply: string];
  thanks: string;
  /** Article that answers it, by its slug. */
  article?: string;
}
