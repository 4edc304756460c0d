import type { APIRoute } from 'astro';
import type { SitemapEntry } from '@contracts/knowledge';
import { atomFeed } from '@features/knowledge/feeds';
import { keptFile } from '@features/knowledge/kept-page';
import { wordsFor } from '@i18n/index';

/** New articles in the language that the address names, for feed readers. */
export const GET: APIRoute = async ({ locals, request, url }) => {
  const answer = await locals.api.get<SitemapEntry[]>('/knowledge/sitemap');
  if (!answer.ok) return new Response(null, { status: answer.status });
  const language = url.searchParams.get('language') ?? locals.language;
  const title = `${locals.brand.name}: ${wordsFor(language).knowledge.answers.feed}`;
  const body = atomFeed(answer.data, { title, origin: locals.host.origins[0] ?? '', language: language.slice(0, 12) });
  locals.sameForAll = true;
  return keptFile(request, body, 'application/atom+xml; charset=utf-8');
};
