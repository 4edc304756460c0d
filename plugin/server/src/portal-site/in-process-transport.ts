import inject from 'light-my-request';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { joinVisit } from '../platform/page-visit';
import type { PageVisit } from '../platform/page-visit';
import type { ApiRequest, ApiResponse, Transport } from '../../../contracts/transport';

type Dispatch = (request: IncomingMessage, response: ServerResponse) => unknown;

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]);
const retryAfterOf = ({ 'retry-after': seconds }: OutgoingHttpHeaders): string | null => (seconds === undefined ? null : String(seconds));
const limitsOf = (headers: OutgoingHttpHeaders): Record<string, string> =>
  Object.fromEntries(['ratelimit-policy', 'ratelimit'].flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])));
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const isEventStream = (type: unknown): boolean => String(type).startsWith('text/event-stream');

/** An answer whose body comes piece by piece; ending it ends the work behind it. */
const listen = async (dispatch: Dispatch, request: object, live: AbortSignal): Promise<ApiResponse> => {
  const response = await inject(dispatch, { ...request, payloadAsStream: true });
  const events = response.stream();
  live.addEventListener('abort', () => response.raw.res.destroy());
  events.on('error', () => undefined);
  const isLive = isEventStream(response.headers['content-type']);
  const told = { status: response.statusCode, cookies: listOf(response.headers['set-cookie']), retryAfter: retryAfterOf(response.headers), limits: limitsOf(response.headers) };
  return isLive ? { ...told, body: null, events } : { ...told, body: parsed(await text(events)) };
};

/**
 * The site's calls go straight into Strapi's own Koa callback: same routes, policies and controllers as
 * over HTTP, without a socket. `address` becomes the caller's address there. One transport serves one visit
 * to a page, whose reading calls need to look only once who is asking.
 */
export const inProcessTransport = (dispatch: Dispatch, host: string, address: string, visit: PageVisit = new Map()): Transport => {
  const visiting: Dispatch = (request, response) => {
    joinVisit(request, visit);
    return dispatch(request, response);
  };
  return async ({ method, path, headers, body, live }: ApiRequest): Promise<ApiResponse> => {
    const request = { method, url: path, headers: { ...headers, host }, payload: body, remoteAddress: address };
    if (live) return listen(visiting, request, live);
    const response = await inject(visiting, request);
    return {
      status: response.statusCode,
      cookies: listOf(response.headers['set-cookie']),
      retryAfter: retryAfterOf(response.headers),
      limits: limitsOf(response.headers),
      body: parsed(response.payload),
    };
  };
};
