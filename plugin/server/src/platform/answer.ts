import type { Context } from 'koa';

/** Answers `{ data, meta }`. `meta.viewer` rides along for a signed-in customer, so a page needs one call. */
export const answer = (ctx: Context, data: unknown, meta: Record<string, unknown> = {}, status = 200): void => {
  const viewer: unknown = ctx.state.viewer;
  ctx.status = status;
  ctx.set('Cache-Control', 'private, no-store');
  ctx.body = { data, meta: viewer ? { ...meta, viewer } : meta };
};
