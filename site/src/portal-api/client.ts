import { Readable } from 'node:stream';
import type { Language, Me } from '@contracts/accounts';
import { visitorHeader, type ChatVisitorMeta } from '@contracts/chat';
import type { ErrorAnswer, ErrorCode, FieldError, Pagination } from '@contracts/platform';
import { chatVisitorOf } from './chat-visitor';
import type { ApiRequest, ApiResponse, Transport } from '@contracts/transport';

/** What the API said: the data, or why not. Pages look at `ok` first. */
export type Answer<T> =
  | { ok: true; data: T; pagination: Pagination | null }
  | { ok: false; status: number; code: ErrorCode; message: string; errors: FieldError[]; retryAfter: number | null };

export interface PortalApi {
  /** False in a browser that never kept a draft: asking for one would be a call for nothing. */
  mayHaveDrafts: boolean;
  /** False in a browser without a session, which is a stranger's. */
  mayBeSignedIn: boolean;
  /** False in a browser that never did anything worth remembering, such as saying that an article helped. */
  isKnown: boolean;
  get<T>(path: string): Promise<Answer<T>>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  /** What the answer to a change tells piece by piece, until `signal` ends it. Brings no viewer with it. */
  listen(path: string, body: unknown, signal: AbortSignal): Promise<Answer<Readable>>;
  /** A body that streams through, such as a file. */
  stream<T>(path: string, contentType: string, body: NonNullable<ApiRequest['body']>): Promise<Answer<T>>;
}

interface Wiring {
  transport: Transport;
  /** The browser's Cookie header. */
  cookie: string | null;
  /** What the browser calls itself: by it people know their devices again. */
  userAgent: string | null;
  /** What the browser wishes to read; null when it said nothing that we know. A customer's own choice goes before it. */
  language: Language | null;
  onCookies(lines: string[]): void;
  onViewer(viewer: Me): void;
  /** The customer has to set up a second factor before anything else. */
  onUnenrolled(): void;
  /** What a limited call said of its limits, and after a refusal the seconds to wait. */
  onLimits(limits: Record<string, string>, retryAfter: string | null): void;
  /** What shows that a guest's chat is his; told once, so that it has to be kept. */
  onVisitor(visitor: string): void;
}

interface Envelope {
  data: unknown;
  meta?: { pagination?: Pagination; viewer?: Me } & Partial<ChatVisitorMeta>;
}

// Only what the API set itself: other cookies of this host are none of its business.
const ours = /(?:^|;\s*)((?:__Host-)?portal_(?:session|drafts|reader|browser|challenge|trusted|passkey|visit)=[^;]*)/g;
const portalCookies = (header: string | null): string => [...(header ?? '').matchAll(ours)].map((match) => match[1]).join('; ');

const isOfChats = /^\/chats(?:[/?]|$)/;

const refused = <T>({ status, body, retryAfter }: ApiResponse): Answer<T> => {
  const error = (body as Partial<ErrorAnswer> | null)?.error;
  return {
    ok: false,
    status,
    code: error?.details?.code ?? 'internal_error',
    message: error?.message ?? '',
    errors: error?.details?.errors ?? [],
    retryAfter: retryAfter === null ? null : Number(retryAfter),
  };
};

/** The one door to Strapi. Every answer's cookies and viewer are handed on to the middleware. */
export const createPortalApi = ({ transport, cookie, userAgent, language, onCookies, onViewer, onUnenrolled, onLimits, onVisitor }: Wiring): PortalApi => {
  const own = portalCookies(cookie);
  const visitor = chatVisitorOf(cookie);
  const exchange = async (request: ApiRequest): Promise<ApiResponse> => {
    const headers = { accept: 'application/json', cookie: own, ...(userAgent ? { 'user-agent': userAgent } : {}), ...(language ? { 'accept-language': language } : {}), ...(visitor && isOfChats.test(request.path) ? { [visitorHeader]: visitor } : {}), ...request.headers };
    const response = await transport({ ...request, path: `/api/portal${request.path}`, headers });
    onCookies(response.cookies);
    onLimits(response.limits, response.retryAfter);
    return response;
  };
  const call = async <T>(request: ApiRequest): Promise<Answer<T>> => {
    const response = await exchange(request);
    if (response.status >= 400) {
      const refusal = refused<T>(response);
      if (!refusal.ok && refusal.code === 'second_factor_required') onUnenrolled();
      return refusal;
    }
    const { data, meta } = response.body as Envelope;
    if (meta?.viewer) onViewer(meta.viewer);
    if (meta?.visitor) onVisitor(meta.visitor);
    return { ok: true, data: data as T, pagination: meta?.pagination ?? null };
  };

  return {
    mayHaveDrafts: own.includes('portal_drafts='),
    mayBeSignedIn: own.includes('portal_session='),
    // That a browser signed in before says nothing of what it read.
    isKnown: own.replace(/(?:__Host-)?portal_browser=[^;]*/, '').replace(/[; ]/g, '') !== '',
    get: (path) => call({ method: 'GET', path, headers: {} }),
    send: (method, path, body, headers = {}) =>
      call({ method, path, headers: { 'content-type': 'application/json', ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    async listen(path, body, signal) {
      const response = await exchange({ method: 'POST', path, headers: { accept: 'text/event-stream', 'content-type': 'application/json' }, body: JSON.stringify(body), live: signal });
      return response.status >= 400 ? refused(response) : { ok: true, data: response.events ?? Readable.from([]), pagination: null };
    },
    stream: (path, contentType, body) => call({ method: 'POST', path, headers: { 'content-type': contentType }, body }),
  };
};
