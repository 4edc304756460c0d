import type { Context, Next } from 'koa';
import { days, now } from '../platform/clock';
import { publicOrigin } from '../platform/public-address';
import type { Strapi } from '../platform/domain';

const path = '/.well-known/security.txt';

/** RFC 9116: to whom somebody reports a weakness. It holds for half a year from each day on which it is read, as long as the contact is configured. */
const textOf = (strapi: Strapi, contact: string, policyUrl: string): string => {
  const until = new Date(Math.floor(now().getTime() / days(1)) * days(1) + days(180));
  const lines = [`Contact: ${contact}`, `Expires: ${until.toISOString()}`, ...(policyUrl === '' ? [] : [`Policy: ${policyUrl}`]), 'Preferred-Languages: en, de, ar', `Canonical: ${publicOrigin(strapi)}${path}`];
  return `${lines.join('\n')}\n`;
};

/** Answers `/.well-known/security.txt` where `security.contact` is set; elsewhere it is Strapi's, and so 404. */
export const securityText = (strapi: Strapi) => async (ctx: Context, next: Next): Promise<void> => {
  const { contact, policyUrl } = strapi.config.get<{ contact: string; policyUrl: string }>('plugin::portal.security');
  if (ctx.path !== path || contact === '' || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return void (await next());
  ctx.status = 200;
  ctx.set({ 'Cache-Control': 'public, max-age=3600', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'" });
  ctx.type = 'text/plain; charset=utf-8';
  ctx.body = textOf(strapi, contact, policyUrl);
};
