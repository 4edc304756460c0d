import http from 'node:http';
import https from 'node:https';
import { publicLookup } from './public-network';

/** What is sent to an address that somebody else named. */
export interface OutgoingPost {
  address: string;
  headers: Record<string, string | number>;
  body: Buffer | string | null;
}
/** What was answered. `retryAfterMs` is null where nothing was said of it. */
export interface PostAnswer {
  status: number;
  retryAfterMs: number | null;
}

const patience = 10_000;

const retryAfterMs = (header: string | undefined): number | null => {
  const seconds = Number(header);
  return header === undefined || !Number.isFinite(seconds) || seconds < 0 ? null : seconds * 1000;
};

/**
 * Sends it and answers what was said; follows nothing, reads no body, and throws where nobody answered within ten
 * seconds. Unless `anywhere`, a name that leads into a house of our own is refused (`EREFUSED`) at the moment of
 * connecting, so that it cannot lead elsewhere between a check and the call. The caller has looked at the address itself.
 */
export const postOutside = ({ address, headers, body }: OutgoingPost, anywhere: boolean): Promise<PostAnswer> =>
  new Promise((resolve, reject) => {
    const { request } = address.startsWith('http:') ? http : https;
    const call = request(address, { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(patience), ...(anywhere ? {} : { lookup: publicLookup }) }, (response) => {
      response.destroy();
      resolve({ status: response.statusCode ?? 0, retryAfterMs: retryAfterMs(response.headers['retry-after']) });
    });
    call.on('error', reject);
    return call.end(body ?? undefined);
  });
