import type { APIRoute } from 'astro';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';

/** Ends or begins again what is told of a request. Sent twice, the second time changes nothing. */
export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const reference = (params['reference'] ?? '').toUpperCase();
  const page = `/requests/${reference}` as const;
  const { form, api } = locals;
  if (!form || form.stale) return redirect(`${path(page)}?problem=stale`, 303);
  const mutes = form.text('muted') === 'yes';
  const answer = await api.send(mutes ? 'PUT' : 'DELETE', `/tickets/${encodeURIComponent(reference)}/mute`);
  if (!answer.ok && answer.status === 401) return redirect(signInPath(page, true), 303);
  return redirect(answer.ok ? `${path(page)}?done=${mutes ? 'muted' : 'unmuted'}` : path(page), 303);
};
