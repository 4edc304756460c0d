import type { APIRoute } from 'astro';
import { signInPath } from '@features/forms/return-path';
import { shownLinkOptions, typedPersonCookie } from '@features/requests/shared-link';
import { path } from '@layouts/paths';

/** Where a refusal leads: the page of the request, with the rule that was broken. */
const refused = (page: string, code: string, rule: string | undefined): string => `${page}?problem=${rule ? `person.${rule}` : code}#audience`;

/** Adds somebody to a request, takes somebody out, or leaves it. */
export const POST: APIRoute = async ({ locals, params, redirect, cookies }) => {
  const reference = (params['reference'] ?? '').toUpperCase();
  const page = `/requests/${reference}` as const;
  const { form, api, host } = locals;
  if (!form || form.stale) return redirect(`${path(page)}?problem=stale`, 303);
  const people = `/tickets/${encodeURIComponent(reference)}/participants`;
  const [removed, email] = [form.text('remove'), form.text('email')];
  const answer = removed ? await api.send('DELETE', `${people}/${encodeURIComponent(removed)}`) : await api.send('POST', people, { email });
  if (!answer.ok && answer.status === 401) return redirect(signInPath(page, true), 303);
  if (!answer.ok && (removed || answer.status === 404)) return redirect(path(page), 303);
  const options = shownLinkOptions(reference, host.https);
  if (!answer.ok) {
    cookies.set(typedPersonCookie, email.slice(0, 300), options);
    return redirect(refused(path(page), answer.code, answer.errors[0]?.rule), 303);
  }
  cookies.delete(typedPersonCookie, { path: options.path });
  if (form.text('leaves')) return redirect(`${path('/requests')}?done=left`, 303);
  return redirect(`${path(page)}?done=${removed ? 'person-removed' : 'person-added'}#audience`, 303);
};
