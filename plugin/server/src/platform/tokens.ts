import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits for a URL or a cookie. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** True for what could be one of our references or tokens; nothing else needs to be looked up, and some of it (`%00`) cannot be. */
export const couldBeKey = (text: string): boolean => /^[\w-]{1,64}$/.test(text);

/** What is stored of a token. Plain SHA-256: the token's 256 bits need no salt and no slow hash. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

// Crockford's base 32: no I, L, O, U, so that a reference survives being read out on the phone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `R-` and six characters: a thousand million references; the unique index settles collisions. */
export const newReference = (): string => `R-${Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')}`;

/** True for what looks like a reference, in whatever case it was typed. */
export const couldBeReference = (text: string): boolean => /^r-[0-9a-z]{6}$/i.test(text);
