import type { Context, Next } from 'koa';
import { Refusal, statusOf } from '../errors';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that a page of another origin sends with the customer's cookie. Browsers always add
 * `Origin` to those; programs send none and are let through (they have no cookie to abuse).
 */
export const sameOrigin =
  (allowed: () => string[]) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const origin = ctx.get('Origin');
    if (safe.has(ctx.method) || origin === '' || allowed().includes(origin)) return void (await next());
    const refusal = new Refusal('origin_refused', 'This request came from another site. Nothing was changed.');
    ctx.status = statusOf.origin_refused;
    ctx.body = { data: null, error: { status: ctx.status, name: refusal.name, message: refusal.message, details: refusal.details } };
  };
