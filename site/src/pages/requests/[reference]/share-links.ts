import type { APIRoute } from 'astro';
import type { NewShareLink } from '@contracts/sharing';
import { signInPath } from '@features/forms/return-path';
import { shownLinkCookie, shownLinkOptions } from '@features/requests/shared-link';
import { path } from '@layouts/paths';

/** Makes a link to read a request, or takes one back. The token of a new one goes to its page in a cookie: no address has it. */
export const POST: APIRoute = async ({ locals, params, redirect, cookies }) => {
  const reference = (params['reference'] ?? '').toUpperCase();
  const page = `/requests/${reference}` as const;
  const { form, api, host } = locals;
  if (!form || form.stale) return redirect(`${path(page)}?problem=stale`, 303);
  const links = `/tickets/${encodeURIComponent(reference)}/share-links`;
  const revoked = form.text('revoke');
  const answer = revoked ? await api.send('DELETE', `${links}/${encodeURIComponent(revoked)}`) : await api.send<NewShareLink>('POST', links, { days: Number(form.text('days')) });
  if (!answer.ok && answer.status === 401) return redirect(signInPath(page, true), 303);
  if (!answer.ok) return redirect(answer.code === 'share_limit_reached' ? `${path(page)}?problem=share_limit#share` : path(page), 303);
  const options = shownLinkOptions(reference, host.https);
  if (revoked) cookies.delete(shownLinkCookie, { path: options.path });
  else cookies.set(shownLinkCookie, (answer.data as NewShareLink).token, options);
  return redirect(`${path(page)}?done=${revoked ? 'unshared' : 'shared'}#share`, 303);
};
