import type { APIRoute } from 'astro';
import type { PushBrowsers } from '@contracts/push';
import type { PostedForm } from '@features/forms/posted-form';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';
import type { Answer, PortalApi } from '@portal-api/client';

/** What the form wants, and how its page says that it was done. */
const change = (api: PortalApi, form: PostedForm): [done: string, answer: Promise<Answer<PushBrowsers>>] => {
  const address = `/me/push-subscriptions/${encodeURIComponent(form.text('id'))}`;
  const wanted = form.text('do');
  if (wanted === 'remove') return ['push-removed', api.send('DELETE', address)];
  if (wanted === 'show' || wanted === 'hide') return ['push-changed', api.send('PUT', address, { withText: wanted === 'show' })];
  const subscription = { endpoint: form.text('endpoint'), keys: { p256dh: form.text('p256dh'), auth: form.text('auth') }, withText: form.text('withText') !== '' };
  return ['push-added', api.send('POST', '/me/push-subscriptions', subscription)];
};

/** Turns a browser on or off that tells what happened, or changes how much it shows. */
export const POST: APIRoute = async ({ locals, redirect }) => {
  const back = (done: string) => redirect(`${path('/account/notifications')}?done=${done}#push`, 303);
  const { form, api } = locals;
  if (!form || form.stale) return back('stale');
  const [done, pending] = change(api, form);
  const answer = await pending;
  if (answer.ok || answer.status === 404) return back(done);
  if (answer.status === 401) return redirect(signInPath('/account/notifications', true), 303);
  return back(answer.code === 'limit_reached' ? 'push-full' : 'push-failed');
};
