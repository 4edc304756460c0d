import { z } from 'zod';
import { moment } from './moment';
import { ticketStates } from './tickets';

/** Days after a request was solved in which its requester says how it was, and changes his mind. */
export const ratingDays = 14;
/** From bad to very good. */
export const ratingScores = [1, 2, 3, 4, 5] as const;

/** From here down somebody was not content, and the desk is told. */
export const lowScore = 2;
/** So many days the desk's view of low ratings goes back. */
export const lowRatingDays = 30;

/** PUT tickets/:reference/rating and ratings/:token */
export const ratingChange = z.strictObject({ score: z.number().int().min(1).max(5), comment: z.string().trim().max(2000).default('') });
export type RatingChange = z.infer<typeof ratingChange>;

/** GET tickets/:reference/rating and ratings/:token */
export const rating = z.object({
  reference: z.string(),
  subject: z.string(),
  state: z.enum(ticketStates),
  score: z.number().int().nullable().describe('Null before it was rated.'),
  comment: z.string(),
  until: moment.nullable().describe('Until when it can be given and changed; null while the request goes on.'),
  open: z.boolean(),
}).meta({ id: 'Rating' });
export type Rating = z.infer<typeof rating>;

/** PUT tickets/:reference/comments/:id/vote: whether a reply of support helped. */
export const replyVote = z.strictObject({ helpful: z.boolean() });

/** What the desk is told of it. */
export interface DeskRating {
  score: number;
  comment: string;
  at: string;
}
export interface ReplyVotes {
  helpful: number;
  not: number;
}
