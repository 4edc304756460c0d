import type { Context } from 'koa';
import { isArticleLanguage } from '../../../contracts/knowledge';
import { readerHeader } from '../../../contracts/socket-address';
import type { Viewer } from '../accounts/viewer';
import { readCookie, writeCookie } from '../platform/cookies';
import { days } from '../platform/clock';
import { hashToken, newToken } from '../platform/tokens';
import type { Strapi } from '../platform/domain';
import type { Audience } from './visibility';

const cookie = 'portal_reader';
const keyForm = /^[\w-]{43}$/;
const lifetime = days(180);

/** The signed-in customer of an open route, if there is one. */
export const viewerIn = (ctx: Context): Viewer | undefined => ctx.state.customer as Viewer | undefined;

/** The language to read in: the one asked for, else the customer's own, else the browser's first wish. */
export const languageFor = (ctx: Context, asked: string | undefined): string | undefined => {
  const known = asked ?? viewerIn(ctx)?.language;
  const [wish] = known === undefined ? [ctx.acceptsLanguages()].flat() : [];
  return known ?? (isArticleLanguage(wish) ? wish : undefined);
};

/** What decides which articles a request may know of. */
export const audienceOf = (ctx: Context): Audience => viewerIn(ctx)?.segment ?? null;

const browserOf = (ctx: Context, strapi: Strapi): string | null => {
  // The chat's frame on other sites sends no cookies.
  const key = readCookie(ctx, strapi, cookie) ?? ctx.get(readerHeader);
  return keyForm.test(key) ? hashToken(key) : null;
};

/** Who a reader is to us: a customer, else a browser that was given a key; null for one that has none yet. */
export const readerOf = (ctx: Context, strapi: Strapi): string | null => {
  const viewer = viewerIn(ctx);
  return viewer ? `customer:${viewer.customerId}` : browserOf(ctx, strapi);
};

/** All that the reader has been: what a browser did before it was signed in is still its own. */
export const readersOf = (ctx: Context, strapi: Strapi): string[] => [readerOf(ctx, strapi), browserOf(ctx, strapi)].filter((reader, index, all): reader is string => reader !== null && all.indexOf(reader) === index);

/** The same, giving the browser its key where it needs one. Only on routes that change something: reading leaves no cookie. */
export const knownReader = (ctx: Context, strapi: Strapi): string => {
  const known = readerOf(ctx, strapi);
  if (known !== null) return known;
  const key = newToken();
  writeCookie(ctx, strapi, cookie, key, lifetime);
  return hashToken(key);
};
