import type { APIRoute } from 'astro';
import type { NotificationReading } from '@contracts/notifications';
import { notificationAddress, notificationChoice } from '@features/notifications/list-address';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';

/** Marks one notification as read, or all that were on the page when it was made. Sent twice, it changes nothing. */
export const POST: APIRoute = async ({ locals, redirect }) => {
  const { form, api } = locals;
  if (!form || form.stale) return redirect(path('/notifications'), 303);
  const [id, upTo] = [Number(form.text('id')), Number(form.text('upTo'))];
  const reading: NotificationReading = upTo > 0 ? { upTo } : { ids: [id] };
  const answer = await api.send('POST', '/notifications/readings', reading);
  if (!answer.ok && answer.status === 401) return redirect(signInPath('/notifications', true), 303);
  const back = notificationAddress(notificationChoice(new URLSearchParams(form.text('at'))));
  return redirect(answer.ok ? `${back}${back.includes('?') ? '&' : '?'}done=read` : back, 303);
};
