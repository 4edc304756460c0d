import type { Context, Next } from 'koa';
import { isHttps, knownOrigins } from '../public-address';
import type { Strapi } from '../domain';

/** An answer of the API is data: whoever opens it as a page gets one that loads, runs and sends nothing. */
const policy = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const headers: Record<string, string> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/**
 * Headers of every answer of our API, errors and files included. Strapi's own security headers are made for its admin,
 * which needs inline styles; this stands outside of them. Over https the browser is told to stay there.
 */
export const soundHeaders = (strapi: Strapi) => async (ctx: Context, next: Next): Promise<void> => {
  await next();
  if (ctx.respond === false) return;
  ctx.set(headers);
  if (isHttps(strapi)) ctx.set('Strict-Transport-Security', 'max-age=31536000');
  else ctx.remove('Strict-Transport-Security');
  // As a generated project has it, Strapi lets every origin read answers to the customer's cookie.
  if (!knownOrigins(strapi).includes(ctx.get('Origin'))) ctx.remove('Access-Control-Allow-Credentials');
  if (!ctx.response.get('Cache-Control')) ctx.set('Cache-Control', 'private, no-store');
};
