import type { APIRoute } from 'astro';
import { signInPath } from '@features/forms/return-path';
import { pageOfForm } from '@features/incidents/shown';
import { path } from '@layouts/paths';

/** Follows an incident, or no longer; leads back to where it was shown. Sent twice, the second time changes nothing. */
export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const { form, api } = locals;
  const page = pageOfForm(form?.text('page') ?? '');
  if (!form || form.stale) return redirect(`${path(page)}?problem=stale`, 303);
  const follows = form.text('following') === 'yes';
  const answer = await api.send(follows ? 'PUT' : 'DELETE', `/incidents/${encodeURIComponent(params['id'] ?? '')}/following`);
  if (!answer.ok && answer.status === 401) return redirect(signInPath(page, true), 303);
  return redirect(answer.ok ? `${path(page)}?done=${follows ? 'followed' : 'unfollowed'}` : path(page), 303);
};
