import type { Context, Next } from 'koa';

/**
 * Reads to its end, and forgets, what an answer did not wait for. A body that was refused for its size stays paused
 * otherwise: the browser sends its next request over the same connection, and nobody answers that for a minute.
 */
export const drainedBodies = async (ctx: Context, next: Next): Promise<void> => {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
    const { req, res } = ctx;
    res.once('finish', () => {
      if (!req.complete) req.resume();
    });
  }
  await next();
};
