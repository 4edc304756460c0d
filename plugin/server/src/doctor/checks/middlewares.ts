import inject from 'light-my-request';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { publicOrigin } from '../../platform/public-address';
import type { Strapi } from '../../platform/domain';
import type { Check, Verdict } from '../verdict';
import { broken, together, warning } from '../verdict';

interface Heard {
  status: number;
  code: string | undefined;
  headers: Record<string, unknown>;
}
/** More than the longest message with all its answers, and less than anybody may set. */
const longBody = 512 * 1024;
const nowhere = '/api/portal/examined-by-the-doctor';

/** Calls this very Strapi without a socket, as the pages do: through all middlewares that the project has put together. */
const caller = (strapi: Strapi) => {
  const dispatch = strapi.server.app.callback() as (request: IncomingMessage, response: ServerResponse) => unknown;
  const { host } = new URL(publicOrigin(strapi));
  return async (headers: Record<string, string>, payload: string): Promise<Heard> => {
    const { statusCode, body, headers: said } = await inject(dispatch, { method: 'POST', url: nowhere, headers: { host, 'content-type': 'application/json', ...headers }, payload });
    const code = body.startsWith('{') ? (JSON.parse(body) as { error?: { details?: { code?: string } } }).error?.details?.code : undefined;
    return { status: statusCode, code, headers: said };
  };
};

const chain = 'Put "strapi::errors", "strapi::security", "strapi::cors", "strapi::query" and "strapi::body" into config/middlewares in this order (docs/CONFIGURATION.md), and let nothing before them answer below /api/portal.';

const missingOf = (strapi: Strapi): Verdict | false => {
  const listed = strapi.config.get<(string | { name?: string; resolve?: string })[]>('middlewares', []).map((each) => (typeof each === 'string' ? each : (each.name ?? each.resolve ?? '')));
  const missing = ['strapi::errors', 'strapi::security', 'strapi::query', 'strapi::body'].filter((name) => !listed.includes(name));
  return missing.length > 0 && broken(`config/middlewares lacks ${missing.join(', ')}.`, chain);
};

/** Whether the project's middlewares leave ours standing, and take what customers send. */
export const middlewares: Check = async (strapi) => {
  const call = caller(strapi);
  const foreign = { origin: 'https://doctor.invalid' };
  const [short, long, stranger] = [await call({}, '{}'), await call({}, JSON.stringify({ body: 'a'.repeat(longBody) })), await call(foreign, '{}')];
  const reflected = stranger.headers['access-control-allow-origin'];
  const faults = [
    missingOf(strapi),
    short.code !== 'not_found' && short.code !== 'method_not_allowed' && broken(`A call of an address that is not there is answered with ${short.status} ${short.code ?? 'without a code'}.`, chain),
    long.status === 413 && broken('A message with the answers to its category’s questions is refused as too large.', 'Set jsonLimit of "strapi::body" in config/middlewares to "1mb".'),
    stranger.code !== 'origin_refused' && broken(`Changes that a page of another site sends are not refused, but answered with ${stranger.status}.`, chain),
    (reflected === '*' || reflected === foreign.origin) && warning('Strapi lets pages of every other site read its answers (CORS), which is its default.', 'Name the sites that may, in config/middlewares: { name: "strapi::cors", config: { origin: ["https://help.example.com"] } }.'),
  ];
  return together(faults, 'The portal’s own middlewares stand before the project’s.');
};
