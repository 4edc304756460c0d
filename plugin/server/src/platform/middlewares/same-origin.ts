import type { Context, Next } from 'koa';
import { Refusal, statusOf } from '../errors';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that a page of another origin sends with the customer's cookie. Browsers always add
 * `Origin` to those; programs send none and are let through (they have no cookie to abuse). So is an app in a web
 * view, which has an origin of its own, where it shows a token and no cookie at all.
 */
export const sameOrigin =
  (allowed: () => string[], takesTokens: () => boolean) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const origin = ctx.get('Origin');
    const byToken = takesTokens() && /^Bearer /i.test(ctx.get('Authorization')) && ctx.get('Cookie') === '';
    if (safe.has(ctx.method) || origin === '' || byToken || allowed().includes(origin)) return void (await next());
    const refusal = new Refusal('origin_refused', 'This request came from another site. Nothing was changed.');
    ctx.status = statusOf.origin_refused;
    ctx.body = { data: null, error: { status: ctx.status, name: refusal.name, message: refusal.message, details: refusal.details } };
  };
