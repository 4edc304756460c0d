import type { Context } from 'koa';
import type { SignInOutcome } from '../../../contracts/two-factor';
import { answer } from '../platform/answer';

/** Answers what a way to sign in came to: 200 with a session, 202 while a second step is awaited. */
export const answerSignIn = (ctx: Context, outcome: SignInOutcome): void => answer(ctx, outcome, {}, outcome.next === 'second_factor' ? 202 : 200);
