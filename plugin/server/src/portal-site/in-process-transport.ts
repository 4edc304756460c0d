import inject from 'light-my-request';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { joinVisit } from '../platform/page-visit';
import type { PageVisit } from '../platform/page-visit';
import type { ApiRequest, ApiResponse, Transport } from '../../../contracts/transport';

type Dispatch = (request: IncomingMessage, response: ServerResponse) => unknown;

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]);
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * The site's calls go straight into Strapi's own Koa callback: same routes, policies and controllers as
 * over HTTP, without a socket. `address` becomes the caller's address there. One transport serves one visit
 * to a page, whose reading calls need to look only once who is asking.
 */
export const inProcessTransport = (dispatch: Dispatch, host: string, address: string): Transport => {
  const visit: PageVisit = new Map();
  const visiting: Dispatch = (request, response) => {
    joinVisit(request, visit);
    return dispatch(request, response);
  };
  return async ({ method, path, headers, body }: ApiRequest): Promise<ApiResponse> => {
    const response = await inject(visiting, { method, url: path, headers: { ...headers, host }, payload: body, remoteAddress: address });
    const retryAfter = response.headers['retry-after'];
    return {
      status: response.statusCode,
      cookies: listOf(response.headers['set-cookie']),
      retryAfter: retryAfter === undefined ? null : String(retryAfter),
      body: parsed(response.payload),
    };
  };
};
