import type { APIRoute } from 'astro';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';

/** Takes whether a reply of support helped; said again, the last word counts. */
export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const reference = (params['reference'] ?? '').toUpperCase();
  const page = `/requests/${reference}` as const;
  const { form, api } = locals;
  if (!form || form.stale) return redirect(`${path(page)}?problem=stale`, 303);
  const helpful = form.text('yes') !== '';
  const comment = form.text(helpful ? 'yes' : 'no');
  const answer = await api.send('PUT', `/tickets/${encodeURIComponent(reference)}/comments/${encodeURIComponent(comment)}/vote`, { helpful });
  if (!answer.ok && answer.status === 401) return redirect(signInPath(page, true), 303);
  return redirect(answer.ok ? `${path(page)}?done=voted` : path(page), 303);
};
