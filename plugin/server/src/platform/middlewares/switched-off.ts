import type { Context } from 'koa';
import { notFound } from '../errors';

/** Answers for customers' API where the portal is off, as if it had never been there. */
export const switchedOff = async (ctx: Context): Promise<void> => {
  const { name, message, details } = notFound();
  ctx.status = 404;
  ctx.body = { data: null, error: { status: 404, name, message, details } };
};
