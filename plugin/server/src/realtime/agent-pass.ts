import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const claims = z.strictObject({
  /** The admin user and the session he asked in. */
  user: z.number().int(),
  session: z.string(),
  name: z.string(),
  /** Milliseconds. */
  until: z.number().int(),
});
/** What a pass says: who may open a socket, in which session, until when. */
export type PassClaims = z.infer<typeof claims>;

const macLength = 32;
const macOf = (text: Buffer, key: Buffer): Buffer => createHmac('sha256', key).update(text).digest();

/** The key of passes, made of a secret of the installation, so that every node knows it and no other use of the secret does. */
export const passKey = (secret: string): Buffer => macOf(Buffer.from('portal: pass for a socket'), Buffer.from(secret));

/** Seals claims: they can be read by everybody, and changed by nobody. */
export const sealPass = (content: PassClaims, key: Buffer): string => {
  const text = Buffer.from(JSON.stringify(content));
  return Buffer.concat([macOf(text, key), text]).toString('base64url');
};

/** The claims of a pass that was sealed with this key and still holds; null for every other text. */
export const openPass = (pass: string, key: Buffer, moment: Date): PassClaims | null => {
  const bytes = Buffer.from(pass, 'base64url');
  const [mac, text] = [bytes.subarray(0, macLength), bytes.subarray(macLength)];
  if (mac.length !== macLength || !timingSafeEqual(mac, macOf(text, key))) return null;
  const { until, ...content } = claims.parse(JSON.parse(text.toString()));
  return until > moment.getTime() ? { ...content, until } : null;
};
