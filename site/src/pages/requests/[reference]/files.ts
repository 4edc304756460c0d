import type { APIRoute } from 'astro';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';

/** Takes back a file that was sent a moment ago. */
export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const reference = (params['reference'] ?? '').toUpperCase();
  const page = `/requests/${reference}` as const;
  const { form, api } = locals;
  if (!form || form.stale) return redirect(`${path(page)}?problem=stale`, 303);
  const answer = await api.send('DELETE', `/attachments/${encodeURIComponent(form.text('remove'))}`);
  if (!answer.ok && answer.status === 401) return redirect(signInPath(page, true), 303);
  return redirect(answer.ok ? `${path(page)}?done=removed` : path(page), 303);
};
