import type { Context, Next } from 'koa';
import type { ErrorAnswer, ErrorCode } from '../../../../contracts/platform';
import { Refusal, nameOf, notFound, statusOf } from '../errors';

interface Layer {
  path: unknown;
  methods: string[];
}
type GivenError = { message: string; details?: Partial<ErrorAnswer['error']['details']> };

const codeOf: Record<number, ErrorCode> = {
  400: 'validation_failed',
  401: 'not_signed_in',
  403: 'access_refused',
  404: 'not_found',
  413: 'body_too_large',
  429: 'too_many_requests',
};

/** Strapi says “Missing or invalid credentials”, which helps nobody who shows a token that was good yesterday. */
const notSignedIn = 'Nobody is signed in by the cookie or token of this call: there is none, or its session has ended. Sign in again.';

/** The methods that routes of ours have at this address. */
const ownMethods = (ctx: Context): string[] => {
  const matched = (ctx.matched ?? []) as Layer[];
  return [...new Set(matched.filter(({ path }) => /^\/(api\/)?portal\//.test(String(path))).flatMap(({ methods }) => methods))];
};

/**
 * Strapi's route for public files matches every address, so a wrong method and an address that is none come
 * out alike (405, or 501 for an unheard-of method). Only our own routes tell them apart.
 */
const unrouted = (ctx: Context): Refusal | undefined => {
  if (ctx.status !== 405 && ctx.status !== 501) return undefined;
  const methods = ownMethods(ctx).join(', ');
  ctx.remove('Allow');
  if (methods === '') return notFound();
  ctx.set('Allow', methods);
  return new Refusal('method_not_allowed', `This address answers ${methods}. Nothing was changed.`);
};

const errorOf = (ctx: Context): GivenError | undefined => {
  const error = unrouted(ctx) ?? (ctx.body as Partial<ErrorAnswer> | undefined)?.error;
  // An address that leads nowhere and a thing that is not there are told in the same bytes.
  return error && !error.details?.code && ctx.status === 404 ? notFound() : error;
};

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
  ctx.body = { data: null, error: { status, name: nameOf(status), message: code === 'not_signed_in' && !known ? notSignedIn : error.message, details } } satisfies ErrorAnswer;
  ctx.status = status;
  if (retryAfter !== undefined) ctx.set('Retry-After', String(retryAfter));
  ctx.set('Cache-Control', 'no-store');
};
