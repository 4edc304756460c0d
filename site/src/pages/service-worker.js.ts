import type { APIRoute } from 'astro';
import { languages } from '@contracts/accounts';
import source from '@features/app/service-worker.js?raw';
import { path } from '@layouts/paths';

const base = path('/').replace(/\/$/, '');

/** The service worker for one language; another build, or another language, is another worker. It may fetch from here only. */
export const GET: APIRoute = ({ url }) => {
  const asked = url.searchParams.get('language');
  const language = languages.find((each) => each === asked) ?? 'en';
  const settings = JSON.stringify({ base, build: import.meta.env.BUILD, language });
  return new Response(`globalThis.portal = ${settings};\n${source}`, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      // The home page is the scope itself, without a slash at its end.
      'Service-Worker-Allowed': path('/'),
      'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
    },
  });
};
