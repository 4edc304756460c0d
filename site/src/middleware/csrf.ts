import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AstroCookies } from 'astro';

const session = /(?:^|;\s*)(?:__Host-)?portal_session=([^;]*)/;
const form = /^[\w-]{43}$/;

/**
 * The token of this browser's forms: an HMAC over the session cookie, keyed by a random cookie of its own.
 * A foreign site can read neither, and a token dies with the session it was made in. It needs no stored
 * secret, so a second server knows it as well.
 */
export const csrfToken = (cookies: AstroCookies, cookieHeader: string | null, https: boolean): string => {
  const name = https ? '__Host-portal_forms' : 'portal_forms';
  const known = cookies.get(name)?.value ?? '';
  const key = form.test(known) ? known : randomBytes(32).toString('base64url');
  if (key !== known) cookies.set(name, key, { httpOnly: true, sameSite: 'lax', path: '/', secure: https });
  return createHmac('sha256', key)
    .update(session.exec(cookieHeader ?? '')?.[1] ?? '')
    .digest('base64url');
};

/** Compares in constant time. Anything may be given: letters of two bytes make texts of one length differ in bytes. */
export const isToken = (given: string, expected: string): boolean => {
  const [bytes, wanted] = [Buffer.from(given), Buffer.from(expected)];
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
};
