import { createHash } from 'node:crypto';

/** Names a page by all that it is made of: the same parts, the same page. */
export const entityTag = (parts: unknown[]): string => `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`;

/** True when the browser has the page that `tag` names. A proxy that compressed it may have marked the tag as weak. */
export const isKept = (request: Request, tag: string): boolean => (request.headers.get('if-none-match') ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === tag);

/** Headers of a page that may be kept, and must be asked for again each time; `shared`: also by caches between. */
export const keptHeaders = (tag: string, shared: boolean): Record<string, string> => ({
  ETag: tag,
  'Cache-Control': shared ? 'public, max-age=0, must-revalidate' : 'private, no-cache',
  Vary: 'Accept-Language, Cookie',
});

/** A file that anybody may keep: 304 for a browser that has it. */
export const keptFile = (request: Request, body: string, type: string): Response => {
  const tag = entityTag([body]);
  const headers = keptHeaders(tag, true);
  return isKept(request, tag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers: { ...headers, 'Content-Type': type } });
};
