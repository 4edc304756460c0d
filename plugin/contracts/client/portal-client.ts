import type { Attachment } from '../conversation';
import type { AppTokens, TokenScope } from '../app-tokens';
import { refusalIn } from './portal-error';
import { send } from './sending';
import type { Fetch } from './sending';
import { inMemory, tokenKeeper } from './tokens';
import type { TokenStore } from './tokens';
import type { Call, CallOptions, FileInput, FilePath, OnceName } from './typed-calls';

export { PortalError } from './portal-error';
export type { PortalErrorCode } from './portal-error';
export type { TokenStore } from './tokens';
export type { CallAnswer, CallInput, CallOptions } from './typed-calls';

/** How a client reaches the portal. */
export interface PortalClientOptions {
  /** Where the host application is: `https://help.example.com`. */
  url: string;
  /** `token`: an app, which signs in for tokens; they are refreshed by themselves. `session` (default): pages of the same origin, with their cookie. */
  method?: 'session' | 'token';
  /** Where tokens are kept; else as long as the program runs. */
  tokens?: TokenStore;
  /** How often a call is sent again that did not get through, 2 unless said; only what cannot happen twice. */
  retries?: number;
  fetch?: Fetch;
}
/** What somebody signs an app in with. */
export interface AppSignIn {
  email: string;
  password: string;
  scopes?: TokenScope[];
  device?: string;
}
export interface PortalClient {
  get: Call<'GET'>;
  post: Call<'POST'>;
  put: Call<'PUT'>;
  patch: Call<'PATCH'>;
  delete: Call<'DELETE'>;
  /** The bytes of a file, as they come. */
  file<Path extends FilePath>(path: Path, input: FileInput<Path>): Promise<Response>;
  /** Sends a file; its `id` then goes into a ticket or a comment. */
  upload(name: string, file: Blob, options?: CallOptions): Promise<Attachment>;
  /** Signs an app in and keeps its tokens. */
  signIn(given: AppSignIn): Promise<AppTokens>;
  /** Ends the session, and forgets the tokens. */
  signOut(): Promise<void>;
}

/** A change that comes twice happens once: these take a key. The compiler holds the list to the contracts. */
const takesKey: Record<OnceName, true> = { 'POST /tickets': true, 'POST /tickets/:reference/comments': true, 'POST /chats': true, 'POST /chats/:key/messages': true };

interface AnyInput extends CallOptions {
  params?: Record<string, string | number> | undefined;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
}
interface AnyCall {
  method: string;
  path: string;
  input: AnyInput;
  form?: FormData;
}

const addressOf = (base: string, path: string, { params = {}, query = {} }: AnyInput): string => {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(String(params[name])));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  return `${base}${filled}${asked.length > 0 ? `?${new URLSearchParams(asked.map(([key, value]): [string, string] => [key, String(value)]))}` : ''}`;
};

const requestOf = ({ method, path, input, form }: AnyCall): { init: RequestInit; isSafe: boolean } => {
  const once = Object.hasOwn(takesKey, `${method} ${path}`);
  const json = input.body !== undefined || (method !== 'GET' && !form);
  const headers: Record<string, string> = { accept: 'application/json', ...(json ? { 'content-type': 'application/json' } : {}), ...(once ? { 'idempotency-key': input.idempotencyKey ?? crypto.randomUUID() } : {}), ...input.headers };
  const body = form ?? (json ? JSON.stringify(input.body ?? {}) : undefined);
  const init: RequestInit = { method, headers, credentials: 'same-origin', ...(body === undefined ? {} : { body }), ...(input.signal ? { signal: input.signal } : {}) };
  return { init, isSafe: once || ['GET', 'PUT', 'DELETE'].includes(method) };
};

/** A client of the portal API. Every path takes and answers what the contracts say; refusals are thrown as `PortalError`. */
export const createPortalClient = ({ url, method = 'session', tokens = inMemory(), retries = 2, fetch = (address, init) => globalThis.fetch(address, init) }: PortalClientOptions): PortalClient => {
  const base = `${url.replace(/\/+$/, '')}/api/portal`;
  const keeper = tokenKeeper(tokens, fetch, base);
  const isApp = method === 'token';

  const exchange = async (call: AnyCall): Promise<Response> => {
    const { init, isSafe } = requestOf(call);
    const address = addressOf(base, call.path, call.input);
    const sendWith = (held: AppTokens | null): Promise<Response> => send(fetch, address, held ? { ...init, headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${held.accessToken}` } } : init, isSafe ? retries : 0);
    const held = isApp ? await keeper.current() : null;
    const answer = await sendWith(held);
    const renewed = answer.status === 401 && held && !call.path.startsWith('/auth/') ? await keeper.renewed(held) : null;
    const final = renewed ? await sendWith(renewed) : answer;
    if (!final.ok) throw await refusalIn(final);
    return final;
  };
  const answered = async (call: AnyCall): Promise<{ status: number; data: unknown; meta: object }> => {
    const answer = await exchange(call);
    const body = answer.status === 204 ? { data: null, meta: {} } : ((await answer.json()) as { data?: unknown; meta?: object });
    return { status: answer.status, data: body.data, meta: body.meta ?? {} };
  };
  // The types of each path are the contract's; what runs is the same for all.
  const calling = <Verb extends 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>(verb: Verb) => ((path: string, input: AnyInput = {}) => answered({ method: verb, path, input })) as unknown as Call<Verb>;

  return {
    get: calling('GET'),
    post: calling('POST'),
    put: calling('PUT'),
    patch: calling('PATCH'),
    delete: calling('DELETE'),
    file: (path, input) => exchange({ method: 'GET', path, input: { ...(input as AnyInput), headers: { accept: '*/*', ...input.headers } } }),
    async upload(name, file, options = {}) {
      const form = new FormData();
      form.set('file', file, name);
      return (await answered({ method: 'POST', path: '/attachments', input: options, form })).data as Attachment;
    },
    async signIn(given) {
      const { data } = await answered({ method: 'POST', path: '/auth/login', input: { body: { ...given, mode: 'token' } } });
      await keeper.save(data as AppTokens);
      return data as AppTokens;
    },
    async signOut() {
      const held = isApp ? await keeper.current() : null;
      await keeper.save(null);
      await answered({ method: 'POST', path: '/auth/logout', input: { body: held ? { refreshToken: held.refreshToken } : {} } });
    },
  };
};
