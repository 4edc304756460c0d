import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const form = /^([0-9a-z]{1,11})\.([\w-]{16})\.([\w-]{32})$/;
/** Accounts that one browser is known for: a family at one computer. */
const mostAccounts = 3;

const macOf = (email: string, until: string, nonce: string, secret: string): string =>
  createHmac('sha256', secret).update(`portal: known browser: ${until}: ${nonce}: ${email}`).digest('base64url').slice(0, 32);

/** The cookie of a browser from which somebody has signed in, for one account more; the earliest of many is given up. `until` in milliseconds. */
export const rememberBrowser = (cookie: string | undefined, email: string, until: number, secret: string): string => {
  const [time, nonce] = [until.toString(36), randomBytes(12).toString('base64url')];
  const others = (cookie ?? '').split('~').filter((token) => form.test(token) && !isFor(token, email, secret));
  return [`${time}.${nonce}.${macOf(email, time, nonce, secret)}`, ...others].slice(0, mostAccounts).join('~');
};

const isFor = (token: string, email: string, secret: string): boolean => {
  const [, until = '', nonce = '', mac = ''] = form.exec(token) ?? [];
  return mac !== '' && timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(email, until, nonce, secret)));
};

/** What names this browser for an account, where it was sealed with one of these secrets and still holds; null for every other. */
export const knownBrowser = (cookie: string | undefined, email: string, secrets: string[], moment: Date): string | null => {
  const found = (cookie ?? '').split('~').find((token) => Number.parseInt(token, 36) > moment.getTime() && secrets.some((secret) => isFor(token, email, secret)));
  return found?.split('.')[1] ?? null;
};
