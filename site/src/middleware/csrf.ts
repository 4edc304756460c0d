import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const session = /(?:^|;\s*)(?:__Host-)?portal_session=([^;]*)/;

/** The token of a browser's forms, and the cookie to set where it had none; a page without forms need not set it. */
export interface FormToken {
  token: string;
  cookie: string | null;
}

/**
 * The token of this browser's forms: an HMAC over the session cookie, keyed by a random cookie of its own.
 * A foreign site can read neither, and a token dies with the session it was made in. It needs no stored
 * secret, so a second server knows it as well.
 */
export const formToken = (cookieHeader: string | null, https: boolean): FormToken => {
  const name = https ? '__Host-portal_forms' : 'portal_forms';
  const known = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})(?:;|$)`).exec(cookieHeader ?? '')?.[1];
  const key = known ?? randomBytes(32).toString('base64url');
  const token = createHmac('sha256', key)
    .update(session.exec(cookieHeader ?? '')?.[1] ?? '')
    .digest('base64url');
  return { token, cookie: known ? null : `${name}=${key}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}` };
};

/** Compares in constant time. Anything may be given: letters of two bytes make texts of one length differ in bytes. */
export const isToken = (given: string, expected: string): boolean => {
  const [bytes, wanted] = [Buffer.from(given), Buffer.from(expected)];
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
};
