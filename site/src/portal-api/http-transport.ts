import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { json } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { ApiRequest, ApiResponse, Transport } from '@contracts/transport';

interface Remote {
  /** Where Strapi answers, such as `https://cms.example.com`. */
  apiUrl: string;
  /** The customer's address. */
  address: string;
  /** Proves to Strapi that this server may say for whom it asks; the same on both sides. */
  secret?: string | undefined;
}

const agents = { 'http:': new http.Agent({ keepAlive: true }), 'https:': new https.Agent({ keepAlive: true }) };

const forwarded = ({ address, secret }: Remote): Record<string, string> => (secret ? { 'x-portal-address': address, 'x-portal-secret': secret } : {});

const exchange = (remote: Remote, { method, path, headers, body }: ApiRequest): Promise<http.IncomingMessage> =>
  new Promise((resolve, reject) => {
    const url = new URL(path, remote.apiUrl);
    const secure = url.protocol === 'https:';
    const options = { method, headers: { ...headers, ...forwarded(remote) }, agent: agents[secure ? 'https:' : 'http:'] };
    const request = (secure ? https : http).request(url, options, resolve);
    request.on('error', reject);
    // Not fetch(): undici keeps a second copy of every streamed body (nodejs/undici#4058).
    if (body instanceof Readable) pipeline(body, request).catch(reject);
    else request.end(body);
  });

const limitsOf = (headers: http.IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(['ratelimit-policy', 'ratelimit'].flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])));

/** Calls a Strapi elsewhere over HTTP; bodies stream with back-pressure. */
export const httpTransport =
  (remote: Remote): Transport =>
  async (request: ApiRequest): Promise<ApiResponse> => {
    const response = await exchange(remote, request);
    const isLive = request.live !== undefined && (response.headers['content-type'] ?? '').startsWith('text/event-stream');
    if (isLive) {
      request.live?.addEventListener('abort', () => response.destroy());
      response.on('error', () => undefined);
    }
    const body: unknown = isLive ? null : await json(response).catch(() => null);
    return {
      status: response.statusCode ?? 502,
      cookies: response.headers['set-cookie'] ?? [],
      retryAfter: response.headers['retry-after'] ?? null,
      limits: limitsOf(response.headers),
      body,
      ...(isLive ? { events: response } : {}),
    };
  };
