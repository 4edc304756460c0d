import { createDecipheriv, createECDH, createHash, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { PushMessage } from '../../plugin/contracts/push';

/** One request to the service, opened as the browser it was for opens it. */
export interface Received {
  headers: IncomingHttpHeaders;
  message: PushMessage;
  /** The bytes as they came over the wire. */
  sealed: Buffer;
}
/** What a browser tells of itself, and its keys. */
export interface PushReceiver {
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  received: Received[];
  /** What the service answers next, and then again and again. */
  answers(status: number, headers?: Record<string, string>): void;
}
/** A push service (RFC 8030) on this machine. */
export interface PushService {
  origin: string;
  browser(): PushReceiver;
  stop(): Promise<void>;
}
interface Keys {
  ecdh: ReturnType<typeof createECDH>;
  auth: Buffer;
}

const hkdf = (key: Buffer, salt: Buffer, info: Buffer | string, length: number): Buffer => Buffer.from(hkdfSync('sha256', key, salt, Buffer.from(info), length));

/** Opens `aes128gcm` (RFC 8188) with the keys of Web Push (RFC 8291), written anew from the two texts. */
const open = (body: Buffer, { ecdh, auth }: Keys): string => {
  const [salt, senderLength] = [body.subarray(0, 16), body[20] ?? 0];
  const sender = body.subarray(21, 21 + senderLength);
  const sealed = body.subarray(21 + senderLength);
  const secret = hkdf(ecdh.computeSecret(sender), auth, Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender]), 32);
  const [key, nonce] = [hkdf(secret, salt, 'Content-Encoding: aes128gcm\0', 16), hkdf(secret, salt, 'Content-Encoding: nonce\0', 12)];
  const cipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
};

/** What the sender says of himself (RFC 8292), where his signature is right; null where it is not. */
export const vapidOf = (authorization: string | undefined): { aud: string; sub: string; exp: number; key: string } | null => {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const coordinates = { x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', ...coordinates }, format: 'jwk' });
  const isRight = verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  return isRight ? { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string; exp: number }), key } : null;
};

/** Starts a service; each browser has an address of its own there. */
export const startPushService = async (): Promise<PushService> => {
  const receivers = new Map<string, (headers: IncomingHttpHeaders, body: Buffer) => { status: number; headers: Record<string, string> }>();
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { status, headers } = receivers.get(request.url ?? '')?.(request.headers, body) ?? { status: 404, headers: {} };
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = (): PushReceiver => {
    const [ecdh, auth, path] = [createECDH('prime256v1'), randomBytes(16), `/push/${createHash('sha256').update(randomBytes(8)).digest('hex')}`];
    ecdh.generateKeys();
    const received: Received[] = [];
    let next: { status: number; headers: Record<string, string> } = { status: 201, headers: {} };
    receivers.set(path, (headers, sealed) => {
      if (next.status === 201) received.push({ headers, sealed, message: JSON.parse(open(sealed, { ecdh, auth })) as PushMessage });
      return next;
    });
    const keys = { p256dh: ecdh.getPublicKey().toString('base64url'), auth: auth.toString('base64url') };
    return { subscription: { endpoint: `${origin}${path}`, keys }, received, answers: (status, headers = {}) => void (next = { status, headers }) };
  };
  const stop = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { origin, browser, stop };
};
