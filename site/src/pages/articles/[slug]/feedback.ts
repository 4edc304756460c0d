import type { APIRoute } from 'astro';
import { articlePath } from '@features/knowledge/addresses';
import { afterFeedback, feedbackOf } from '@features/knowledge/feedback';
import { isFromHere } from '../../../middleware/origin';

/** Takes what a reader says of an article. A stranger has no session that a foreign page could misuse: his browser's word for where the form came from is enough. */
export const POST: APIRoute = async ({ locals, params, request, redirect, url }) => {
  const { form, api, host } = locals;
  const slug = params['slug'] ?? '';
  const trusted = form !== null && (!form.stale || (!api.mayBeSignedIn && isFromHere(request, host.origins)));
  if (!trusted) return redirect(articlePath(slug, { anchor: 'feedback' }), 303);
  const answer = await api.send('PUT', `/knowledge/articles/${encodeURIComponent(slug)}/feedback`, feedbackOf(form));
  return redirect(answer.ok ? afterFeedback(slug, url.searchParams, form) : articlePath(slug), 303);
};
