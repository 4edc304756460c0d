import { createHmac, timingSafeEqual } from 'node:crypto';
import { portalAddress } from '../platform/public-address';
import { openWithAny, sealingSecret } from '../platform/secrets';
import type { Strapi } from '../platform/domain';

/** Whose word about which ticket a mailed link takes. */
export interface Rater {
  ticketId: number;
  customerId: number;
}

const form = /^(\d{1,10})-(\d{1,10})-([0-9a-f]{32})$/;
const largestId = 2_147_483_647;
const macOf = ({ ticketId, customerId }: Rater, secret: string): Buffer => createHmac('sha256', secret).update(`portal: rating: ${ticketId}: ${customerId}`).digest().subarray(0, 16);

/** A token that nobody else can make: it takes one customer's rating of one ticket, and opens nothing. */
export const sealRating = (rater: Rater, secret: string): string => `${rater.ticketId}-${rater.customerId}-${macOf(rater, secret).toString('hex')}`;

/** What a token says; null for every text that was not sealed with this secret. */
export const openRating = (token: string, secret: string): Rater | null => {
  const [, ticket = '', customer = '', mac = ''] = form.exec(token) ?? [];
  const rater = { ticketId: Number(ticket), customerId: Number(customer) };
  if (mac === '' || rater.ticketId > largestId || rater.customerId > largestId) return null;
  return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(rater, secret)) ? rater : null;
};

/** The page on which a rating of so many points is chosen already; it is saved there, by a button. */
export const ratingAddress = (strapi: Strapi, rater: Rater, score: number): string => portalAddress(strapi, `/rate/${sealRating(rater, sealingSecret(strapi))}?score=${score}`);

/** What a token says on this installation. */
export const raterOf = (strapi: Strapi, token: string): Rater | null => openWithAny(strapi, (secret) => openRating(token, secret));
