import type { APIRoute } from 'astro';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';

/** Takes what looks secret out of a message that the reader sent. */
export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const reference = (params['reference'] ?? '').toUpperCase();
  const page = `/requests/${reference}` as const;
  const { form, api } = locals;
  if (!form || form.stale) return redirect(`${path(page)}?problem=stale`, 303);
  const answer = await api.send('POST', `/tickets/${encodeURIComponent(reference)}/comments/${encodeURIComponent(form.text('message'))}/redactions`, {});
  if (!answer.ok && answer.status === 401) return redirect(signInPath(page, true), 303);
  if (answer.ok) return redirect(`${path(page)}?done=redacted`, 303);
  return redirect(answer.code === 'redaction_window_passed' ? `${path(page)}?problem=redaction` : path(page), 303);
};
