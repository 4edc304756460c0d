const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for a change that a page of another origin sends. Browsers say so themselves; programs say nothing. */
export const isForeign = (request: Request, own: string[]): boolean => {
  if (safe.has(request.method)) return false;
  const origin = request.headers.get('origin');
  if (origin !== null) return !own.includes(origin);
  return request.headers.get('sec-fetch-site') === 'cross-site';
};

/** True where the browser itself says that one of our own pages sends this: proof enough where there is no session to misuse. */
export const isFromHere = (request: Request, own: string[]): boolean => own.includes(request.headers.get('origin') ?? '');
