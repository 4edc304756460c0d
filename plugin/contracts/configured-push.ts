import { z } from 'zod';

/** Of who sends to browsers (RFC 8292). Without keys the plugin makes its own and keeps them sealed. */
export const pushSettings = z
  .strictObject({
    publicKey: z.string().regex(/^([\w-]{87})?$/, 'must be empty or the public key that "npx web-push generate-vapid-keys" prints'),
    privateKey: z.string().regex(/^([\w-]{43})?$/, 'must be empty or the private key that "npx web-push generate-vapid-keys" prints'),
    contact: z.string().refine((value) => value === '' || /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(value), 'must be empty, mailto: with an address, or an https address'),
    /** Also http and addresses of our own house: for tests. */
    anyAddress: z.boolean(),
  })
  .refine(({ publicKey, privateKey }) => (publicKey === '') === (privateKey === ''), { path: ['privateKey'], message: 'goes with push.publicKey: set both, or leave both empty' });
