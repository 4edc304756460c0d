import type { APIRoute } from 'astro';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';

/** Closes or reopens a request. Sent twice, the second time changes nothing. */
export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const reference = (params['reference'] ?? '').toUpperCase();
  const page = `/requests/${reference}` as const;
  const { form, api } = locals;
  if (!form || form.stale) return redirect(`${path(page)}?problem=stale`, 303);
  const closes = form.text('state') === 'closed';
  const answer = await api.send(closes ? 'POST' : 'DELETE', `/tickets/${reference}/closure`);
  if (!answer.ok && answer.status === 401) return redirect(signInPath(page, true), 303);
  return redirect(answer.ok ? `${path(page)}?done=${closes ? 'closed' : 'reopened'}` : path(page), 303);
};
