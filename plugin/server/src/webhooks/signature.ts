import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new key of 32 random bytes, as its owner keeps it. */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

/** The signature of one attempt (Standard Webhooks 1.0.0): over the name, the second and the very bytes that are sent. */
export const signatureOf = (secret: string, id: string, second: number, body: string): string => {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${second}.${body}`).digest('base64')}`;
};
