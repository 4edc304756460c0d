import type { Context } from 'koa';
import { days, now } from '../../platform/clock';
import { readCookie, writeCookie } from '../../platform/cookies';
import { openingSecrets, sealingSecret } from '../../platform/secrets';
import type { Strapi } from '../../platform/domain';
import { knownBrowser, rememberBrowser } from '../browser-token';

const cookieName = 'portal_browser';
const lifetime = days(180);

/** Browsers that are known for an account because its owner was let in there. What is known stands in their cookie alone, sealed. */
export const browsers = ({ strapi }: { strapi: Strapi }) => ({
  /** What names the browser of a request for this account; null where nobody has signed in to it there. */
  known: (ctx: Context, email: string): string | null => knownBrowser(readCookie(ctx, strapi, cookieName), email, openingSecrets(strapi), now()),
  /** From now on this browser is known for this account, for half a year. */
  remember: (ctx: Context, email: string): void => writeCookie(ctx, strapi, cookieName, rememberBrowser(readCookie(ctx, strapi, cookieName), email, now().getTime() + lifetime, sealingSecret(strapi)), lifetime),
});
