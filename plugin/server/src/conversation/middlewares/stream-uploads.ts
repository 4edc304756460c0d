import type { Context, Next } from 'koa';

const uploads = /^\/(api\/)?portal\/attachments\/?$/i;
const hidden = 'hiddenContentType';

/**
 * Strapi's body middleware would write a whole multipart body to the disk before anyone asked who sends
 * it. For what is posted to these paths its type is hidden from that middleware, so the bytes stay in the socket
 * until the controller, after authentication, reads them.
 */
export const streamBodies = (paths: RegExp) => async (ctx: Context, next: Next): Promise<void> => {
  if (ctx.method === 'POST' && paths.test(ctx.path)) {
    ctx.state[hidden] = ctx.get('Content-Type');
    ctx.req.headers['content-type'] = 'application/octet-stream';
  }
  await next();
};

/** The same for our upload routes. */
export const streamUploads = streamBodies(uploads);

/** The content type as the client sent it. */
export const contentTypeOf = (ctx: Context): string => String(ctx.state[hidden] ?? '');
