import type { APIRoute } from 'astro';
import type { WrittenAnswer } from '@contracts/answers';
import { searchPath } from '@features/knowledge/addresses';
import { afterAsking, askedIn, tellAnswer } from '@features/knowledge/written-answer';

/** Has an answer written to what was searched for: told line by line to the page's script, else shown on the search page. */
export const POST: APIRoute = async ({ locals: { api, form }, request, redirect, rewrite }) => {
  if (!form) return rewrite('/404');
  const asked = askedIn(form);
  if (form.stale) return redirect(searchPath(asked), 303);
  if (request.headers.get('accept') === 'application/x-ndjson') return tellAnswer(api, asked);
  const answer = await api.send<WrittenAnswer>('POST', '/knowledge/answers', { question: asked.q });
  return !answer.ok && answer.status === 404 ? rewrite('/404') : redirect(afterAsking(asked, answer), 303);
};
