import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { previewRequest } from '../../../contracts/knowledge-desk';

const claims = z.strictObject({
  ...previewRequest.shape,
  /** The admin user who asked for it; his rights are looked at again each time. */
  user: z.number().int(),
  /** Milliseconds. */
  until: z.number().int(),
});
/** What a preview's address says: which version, shown as whom, by whom, until when. */
export type PreviewClaims = z.infer<typeof claims>;

const macLength = 32;
const longest = 1000;
const macOf = (text: Buffer, key: Buffer): Buffer => createHmac('sha256', key).update(text).digest();

/** The key of previews, made of a secret of the installation, so that every node knows it and no other use of the secret does. */
export const previewKey = (secret: string): Buffer => macOf(Buffer.from('portal: preview of an article'), Buffer.from(secret));

/** Seals claims into one part of an address. They can be read by everybody, and changed by nobody. */
export const sealPreview = (content: PreviewClaims, key: Buffer): string => {
  const text = Buffer.from(JSON.stringify(content));
  return Buffer.concat([macOf(text, key), text]).toString('base64url');
};

const parsed = (text: Buffer): unknown => {
  try {
    return JSON.parse(text.toString());
  } catch {
    return null;
  }
};

/** The claims of a token that was sealed with this key and still holds; null for every other text. */
export const openPreview = (token: string, key: Buffer, moment: Date): PreviewClaims | null => {
  if (token.length > longest || !/^[\w-]+$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  // One token, one text: the last letter has bits that decoding leaves out.
  if (bytes.toString('base64url') !== token) return null;
  const [mac, text] = [bytes.subarray(0, macLength), bytes.subarray(macLength)];
  if (mac.length !== macLength || !timingSafeEqual(mac, macOf(text, key))) return null;
  const { data } = claims.safeParse(parsed(text));
  return data && data.until > moment.getTime() ? data : null;
};
