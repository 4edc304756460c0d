import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { email } from '../../../contracts/accounts';

const head = z.object({ alg: z.literal('HS256') });
const claims = z.object({ sub: z.string().min(1).max(200), email, name: z.string().trim().max(80).default(''), exp: z.number(), nbf: z.number().optional(), aud: z.union([z.literal('chat'), z.array(z.string()).refine((all) => all.includes('chat'))]) });
/** Whom the site that shows the widget vouches for. */
export type Identity = Pick<z.infer<typeof claims>, 'sub' | 'email' | 'name'>;

/** Clocks of two machines are never quite the same. */
const leewaySeconds = 60;

const contentOf = (part: string | undefined): unknown => {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
  } catch {
    return null;
  }
};
const isSigned = (text: string, signature: string | undefined, secret: string): boolean => {
  const [own, shown] = [createHmac('sha256', secret).update(text).digest(), Buffer.from(signature ?? '', 'base64url')];
  return own.length === shown.length && timingSafeEqual(own, shown);
};

/**
 * Opens a JWT (RFC 7519, HS256 alone, so that none can choose a weaker way): null for one that was signed with another
 * secret, for something else, or is over. Nothing in it is read before the signature is right. An empty secret opens none.
 */
export const openIdentity = (token: string, secret: string, moment: Date): Identity | null => {
  const [first, second, third, ...rest] = token.split('.');
  if (secret === '' || rest.length > 0 || !isSigned(`${first}.${second}`, third, secret) || !head.safeParse(contentOf(first)).success) return null;
  const { data } = claims.safeParse(contentOf(second));
  const seconds = moment.getTime() / 1000;
  if (!data || data.exp + leewaySeconds < seconds || (data.nbf ?? 0) - leewaySeconds > seconds) return null;
  return { sub: data.sub, email: data.email, name: data.name };
};
