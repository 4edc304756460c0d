import type { Context, Next } from 'koa';
import { statusOf } from '../errors';

const hidden = 'hiddenContentType';
const takers = new Map<string, RegExp>();

/** Says that controllers read what is posted to these paths themselves, byte by byte, after they know who sends it. */
export const streamBodies = (paths: RegExp): void => void takers.set(paths.source, paths);

/** The content type as the client sent it. */
export const contentTypeOf = (ctx: Context): string => String(ctx.state[hidden] ?? '');

const refuse = (ctx: Context): void => {
  ctx.status = statusOf.body_type_refused;
  ctx.body = { data: null, error: { status: ctx.status, name: 'ApplicationError', message: 'This address takes JSON, no multipart form. Nothing was changed.', details: { code: 'body_type_refused' } } };
};

/**
 * Strapi's body middleware writes a whole multipart body to the disk before anyone asked who sends it, and fails with a
 * 500 on a broken one. Where we take files its type is hidden from that middleware, so the bytes stay in the socket until
 * the controller reads them; everywhere else of ours it is refused unread.
 */
export const streamedBodies = async (ctx: Context, next: Next): Promise<void> => {
  if (ctx.method === 'POST' && [...takers.values()].some((paths) => paths.test(ctx.path))) {
    ctx.state[hidden] = ctx.get('Content-Type');
    ctx.req.headers['content-type'] = 'application/octet-stream';
  } else if (/^\s*multipart\//i.test(ctx.get('Content-Type'))) return refuse(ctx);
  await next();
};
