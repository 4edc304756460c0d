import type { Context, Next } from 'koa';
import type { ErrorAnswer, ErrorCode } from '../../../../contracts/platform';
import { statusOf } from '../errors';

const codeOf: Record<number, ErrorCode> = {
  400: 'validation_failed',
  401: 'not_signed_in',
  403: 'access_refused',
  404: 'not_found',
  413: 'body_too_large',
  429: 'too_many_requests',
};

const errorOf = (ctx: Context): ErrorAnswer['error'] | undefined => (ctx.body as Partial<ErrorAnswer> | undefined)?.error;

/**
 * Gives every error of the portal API its stable code and the status that belongs to it. It stands
 * outside of Strapi's own error middleware, because refusals of authentication, broken JSON and unknown
 * routes are made there and know nothing of our codes.
 */
export const stableErrors = async (ctx: Context, next: Next): Promise<void> => {
  await next();
  const error = errorOf(ctx);
  if (!error) return;
  const known = error.details?.code;
  const code = known ?? codeOf[ctx.status] ?? 'internal_error';
  const status = known ? statusOf[known] : ctx.status;
  const retryAfter = error.details?.retryAfter;
  const details = { code, errors: error.details?.errors ?? [], ...(retryAfter === undefined ? {} : { retryAfter }) };
  ctx.body = { data: null, error: { status, name: error.name, message: error.message, details } } satisfies ErrorAnswer;
  ctx.status = status;
  if (retryAfter !== undefined) ctx.set('Retry-After', String(retryAfter));
  ctx.set('Cache-Control', 'no-store');
};
