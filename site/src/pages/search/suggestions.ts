import type { APIRoute } from 'astro';
import type { SearchAnswer } from '@contracts/knowledge';
import { articlePath, searchWords } from '@features/knowledge/addresses';

const most = 6;

/** What the search box offers while somebody types: titles, their topics, and where they lead. */
export const GET: APIRoute = async ({ locals: { api }, url }) => {
  const q = searchWords(url.searchParams, 200);
  const answer = await api.get<SearchAnswer>(`/knowledge/search?${new URLSearchParams({ q, pageSize: String(most), typing: 'true' }).toString()}`);
  if (!answer.ok) return Response.json([], { status: answer.status });
  return Response.json(answer.data.hits.map(({ article, anchor }) => ({ title: article.title, detail: article.category?.name ?? '', href: articlePath(article.slug, { anchor }) })));
};
