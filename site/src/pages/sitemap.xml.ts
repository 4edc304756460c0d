import type { APIRoute } from 'astro';
import type { SitemapEntry } from '@contracts/knowledge';
import { sitemap } from '@features/knowledge/feeds';
import { keptFile } from '@features/knowledge/kept-page';

/** All addresses that everybody may read, for search engines. */
export const GET: APIRoute = async ({ locals, request }) => {
  const answer = await locals.api.get<SitemapEntry[]>('/knowledge/sitemap');
  if (!answer.ok) return new Response(null, { status: answer.status });
  const body = sitemap(answer.data, locals.host.origins[0] ?? '');
  locals.sameForAll = true;
  return keptFile(request, body, 'application/xml; charset=utf-8');
};
