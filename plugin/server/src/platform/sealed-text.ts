import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** A key with the short name by which a sealed text says what it was sealed with. */
export interface SealingKey {
  id: string;
  key: Buffer;
}

/** The key that a configured secret stands for (HKDF with SHA-256, so that no other use of the secret has the same). */
export const sealingKey = (secret: string): SealingKey => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'customer portal: sealed at rest', 32));
  return { id: createHash('sha256').update('name of the key').update(key).digest('base64url').slice(0, 8), key };
};

/**
 * Encrypts and authenticates a text (AES-256-GCM): `v1.key.nonce.ciphertext.tag`. `owner` says whose it is and what
 * for; the text opens only for the same owner, so that nobody who can write the table makes it another's.
 */
export const sealText = ({ id, key }: SealingKey, text: string, owner: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', id, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
};

/** The name of the key with which a text was sealed. */
export const keyOf = (sealed: string): string => sealed.split('.')[1] ?? '';

/** The text of a sealed one. Throws where none of the keys sealed it, it was changed, or it is another owner's. */
export const openText = (keys: readonly SealingKey[], sealed: string, owner: string): string => {
  const [version, id, ...parts] = sealed.split('.');
  const found = keys.find((each) => each.id === id);
  if (version !== 'v1' || !found) throw new Error('A secret of a customer was sealed with a key that is not configured. Put the earlier secret back into encryption.oldSecrets.');
  const [nonce = Buffer.alloc(0), text = Buffer.alloc(0), tag = Buffer.alloc(0)] = parts.map((part) => Buffer.from(part, 'base64url'));
  const cipher = createDecipheriv('aes-256-gcm', found.key, nonce, { authTagLength: 16 }).setAAD(Buffer.from(owner)).setAuthTag(tag);
  return Buffer.concat([cipher.update(text), cipher.final()]).toString('utf8');
};
