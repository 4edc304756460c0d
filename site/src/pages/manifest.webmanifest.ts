import type { APIRoute } from 'astro';
import { manifestOf } from '@features/app/manifest';

/** The manifest of the portal as an app. `language` and `palette` are in its address: browsers ask for it without a session. */
export const GET: APIRoute = ({ locals, url }) => {
  const manifest = manifestOf({ name: locals.brand.name, language: locals.language, palette: url.searchParams.get('palette') ?? locals.palette });
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'public, max-age=3600' } });
};
