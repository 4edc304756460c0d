import type { Context } from 'koa';
import type { Strapi } from '../platform/domain';

/** True where apps may sign in for tokens. */
export const takesTokens = (strapi: Strapi): boolean => strapi.config.get('plugin::portal.authentication.method') === 'token';

/** The token that an app sends, or null; where apps have none, whatever is sent is left alone. */
export const bearerOf = (ctx: Context, strapi: Strapi): string | null => {
  const [, token = null] = takesTokens(strapi) ? (/^Bearer (.+)$/i.exec(ctx.get('Authorization')) ?? []) : [];
  return token;
};
