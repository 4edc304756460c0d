import http from 'node:http';
import https from 'node:https';
import { couldBePublic, publicLookup } from './public-addresses';

/** What goes to a push service (RFC 8030). */
export interface PushRequest {
  endpoint: string;
  headers: Record<string, string | number>;
  body: Buffer | null;
}
/** What it said. `retryAfterMs` is null where it said nothing of it. */
export interface PushAnswer {
  status: number;
  retryAfterMs: number | null;
}

const patience = 10_000;

const retryAfterMs = (header: string | undefined): number | null => {
  const seconds = Number(header);
  return header === undefined || !Number.isFinite(seconds) || seconds < 0 ? null : seconds * 1000;
};

/** True for an address that we would send to: https and public. `anywhere` opens it to http and to the own house, for tests. */
export const mayPostTo = (endpoint: string, anywhere: boolean): boolean => {
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (username || password) return false;
  return anywhere ? /^https?:$/.test(protocol) : protocol === 'https:' && port === '' && couldBePublic(hostname);
};

/** Sends it and answers what the service said; follows nothing, reads no body, and throws where nobody answered within ten seconds. */
export const postPush = ({ endpoint, headers, body }: PushRequest, anywhere: boolean): Promise<PushAnswer> =>
  new Promise((resolve, reject) => {
    if (!mayPostTo(endpoint, anywhere)) return reject(Object.assign(new Error('Refused: no public https address'), { code: 'EREFUSED' }));
    const { request } = endpoint.startsWith('http:') ? http : https;
    const call = request(endpoint, { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(patience), ...(anywhere ? {} : { lookup: publicLookup }) }, (response) => {
      response.destroy();
      resolve({ status: response.statusCode ?? 0, retryAfterMs: retryAfterMs(response.headers['retry-after']) });
    });
    call.on('error', reject);
    return call.end(body ?? undefined);
  });
