import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Next } from 'koa';
import type { Strapi } from '../platform/domain';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * A site that runs as its own server tells for whom it calls. It is believed only with the shared secret;
 * without one configured, nobody is.
 */
export const trustSite = (strapi: Strapi) => async (ctx: Context, next: Next): Promise<void> => {
  const secret = strapi.config.get<string>('plugin::portal.site.secret');
  const address = ctx.get('X-Portal-Address');
  if (secret && address && timingSafeEqual(digest(ctx.get('X-Portal-Secret')), digest(secret))) ctx.request.ip = address;
  await next();
};
