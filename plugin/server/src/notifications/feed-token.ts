import { createHmac, timingSafeEqual } from 'node:crypto';

const form = /^(\d{1,10})-([0-9a-f]{32})$/;
const largestId = 2_147_483_647;

/** The token that ends the address of a customer's feed. Another `feedKey`, another token. */
export const sealFeed = (customerId: number, feedKey: string, secret: string): string => `${customerId}-${createHmac('sha256', secret).update(`portal: feed: ${customerId}: ${feedKey}`).digest('hex').slice(0, 32)}`;

/** Whose feed a token is meant to be; null for what cannot be one. It opens nothing before `isFeedOf` said so. */
export const ownerIn = (token: string): number | null => {
  const id = Number(form.exec(token)?.[1] ?? 0);
  return id > 0 && id <= largestId ? id : null;
};

/** True for the token that was sealed with this key. */
export const isFeedOf = (token: string, customerId: number, feedKey: string, secret: string): boolean => {
  const [given, wanted] = [Buffer.from(token), Buffer.from(sealFeed(customerId, feedKey, secret))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};
