import { path } from '@layouts/paths';

/** How long the page of a request shows a link that was just made. */
const shownSeconds = 300;
/** The cookie that carries an address that was refused over the redirect, to be mended. */
export const typedPersonCookie = 'portal_person';

/** The cookie that carries a new link's token over the redirect; only the page of its request gets it. */
export const shownLinkCookie = 'portal_shared';

/** What such a cookie is set with: no script reads it, and it goes nowhere else. */
export const shownLinkOptions = (reference: string, https: boolean) => ({ path: path(`/requests/${reference}`), maxAge: shownSeconds, httpOnly: true, sameSite: 'lax' as const, secure: https });

/** The whole address of a shared request, from what the cookie holds; null where that is no token. */
export const sharedAddress = (origin: string, token: string | undefined): string | null => (token && /^[\w-]{43}$/.test(token) ? `${origin}${path(`/shared/${token}`)}` : null);
