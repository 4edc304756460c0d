import { createHmac } from 'node:crypto';

const coded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A site's word for who looks at its page, as its server would sign it (HS256). */
export const identityWord = (secret: string, claims: object): string => {
  const content = `${coded({ alg: 'HS256', typ: 'JWT' })}.${coded({ aud: 'chat', exp: Math.floor(Date.now() / 1000) + 600, ...claims })}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
};
