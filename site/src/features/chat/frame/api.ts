import type { ChatVisitorMeta } from '@contracts/chat';
import type { ErrorAnswer } from '@contracts/platform';
import { readerHeader, visitorHeader } from '@contracts/socket-address';
import { keepVisitor, knownVisitor } from './visitor-memory';

/** What the API said; `code` is empty where nobody answered. */
export type Told<T> = { ok: true; data: T } | { ok: false; code: string; fields: string[] };

/** A name for a sending that may be repeated; pages over plain http have no `randomUUID`. */
export const sendingName = (): string => [...crypto.getRandomValues(new Uint8Array(18))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Whose suggestions these are, for as long as the frame is open. */
const reader = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');

const refused = <T>(body: Partial<ErrorAnswer> | null): Told<T> => ({ ok: false, code: body?.error?.details?.code ?? '', fields: (body?.error?.details?.errors ?? []).map(({ path, rule }) => `${path}.${rule}`) });

/**
 * Asks the portal's API as a guest. No cookies go along: whatever a page around the frame makes somebody click,
 * it is done with nobody's account.
 */
export const ask = async <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, sending?: string): Promise<Told<T>> => {
  const visitor = knownVisitor();
  const headers = { accept: 'application/json', [readerHeader]: reader, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(visitor ? { [visitorHeader]: visitor } : {}), ...(sending ? { 'idempotency-key': sending } : {}) };
  const answer = await fetch(`/api/portal${path}`, { method, headers, credentials: 'omit', cache: 'no-store', ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(() => null);
  const told = (await answer?.json().catch(() => null)) as ({ data: T; meta?: ChatVisitorMeta } & Partial<ErrorAnswer>) | null;
  if (!answer?.ok || !told) return refused(told);
  if (told.meta?.visitor) keepVisitor(told.meta.visitor);
  return { ok: true, data: told.data };
};
