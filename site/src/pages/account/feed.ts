import type { APIRoute } from 'astro';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';

/** Makes the address of somebody's feed anew, or takes it back. */
export const POST: APIRoute = async ({ locals, redirect }) => {
  const { form, api } = locals;
  const page = '/account/notifications' as const;
  if (!form || form.stale) return redirect(path(page), 303);
  const opens = form.text('do') === 'open';
  const answer = await api.send(opens ? 'POST' : 'DELETE', '/me/notification-feed');
  if (!answer.ok && answer.status === 401) return redirect(signInPath(page, true), 303);
  return redirect(answer.ok ? `${path(page)}?done=feed-${opens ? 'opened' : 'closed'}` : path(page), 303);
};
