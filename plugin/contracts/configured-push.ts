import { z } from 'zod';

/** Of who sends to browsers (RFC 8292). Without keys the plugin makes its own and keeps them sealed. */
export const pushSettings = z
  .strictObject({
    publicKey: z.string().regex(/^([\w-]{87})?$/, 'must be empty or the public key that "npx web-push generate-vapid-keys" prints').describe('by which push services know this installation (VAPID), as `npx web-push generate-vapid-keys` prints it; both keys or none. Empty: a pair is made once and kept sealed in the database. Another pair, and browsers have to be allowed anew'),
    privateKey: z.string().regex(/^([\w-]{43})?$/, 'must be empty or the private key that "npx web-push generate-vapid-keys" prints').describe('the other half of that pair'),
    contact: z.string().refine((value) => value === '' || /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(value), 'must be empty, mailto: with an address, or an https address').describe('`mailto:` or https address that push services may write to; empty: the portal’s own address, or the one that mails come from'),
    anyAddress: z.boolean().describe('sends to http and to addresses of the own house too: for tests only'),
  })
  .refine(({ publicKey, privateKey }) => (publicKey === '') === (privateKey === ''), { path: ['privateKey'], message: 'goes with push.publicKey: set both, or leave both empty' });
