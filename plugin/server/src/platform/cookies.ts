import type { Context } from 'koa';
import { isHttps } from './public-address';
import type { Strapi } from './domain';

const nameFor = (strapi: Strapi, name: string): string => (isHttps(strapi) ? `__Host-${name}` : name);

/** The cookie of a name, which carries `__Host-` wherever the public address is https. Unsigned: what we keep in cookies is random. */
export const readCookie = (ctx: Context, strapi: Strapi, name: string): string | undefined => ctx.cookies.get(nameFor(strapi, name), { signed: false });

/** Sets a cookie that only this origin and no script can read, for `maxAge` milliseconds; null takes it away. */
export const writeCookie = (ctx: Context, strapi: Strapi, name: string, value: string | null, maxAge?: number): void => {
  const secure = isHttps(strapi);
  // TLS ends before us: at a proxy, or because a page calls in process. The public address says what the browser sees.
  ctx.cookies.secure = secure;
  ctx.cookies.set(nameFor(strapi, name), value, { httpOnly: true, sameSite: 'lax', path: '/', maxAge, secure, signed: false });
};
