import { path } from '@layouts/paths';

/** The way to set up a second factor, for whoever may do nothing before; brings back to the page that he wanted to read. */
export const enrolmentFor = (request: Request, url: URL): Response => {
  const inside = url.pathname.slice(path('/').length) || '/';
  const back = request.method === 'GET' && inside.startsWith('/') ? `?return=${encodeURIComponent(inside + url.search)}` : '';
  return new Response(null, { status: 303, headers: { Location: path(`/account/security/required${back as `?${string}`}`) } });
};
