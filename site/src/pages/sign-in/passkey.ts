import type { APIRoute } from 'astro';
import type { SignInOutcome } from '@contracts/two-factor';
import { pageAfter } from '@features/sign-in/after-sign-in';
import { secondStepOf } from '@features/security/second-step';
import { path } from '@layouts/paths';

/** Signs in whoever's passkey answered; without one, the sign-in page says so. */
export const POST: APIRoute = async ({ locals, url, redirect }) => {
  const { form, api } = locals;
  const wanted = url.searchParams.get('return');
  const { passkey } = form && !form.stale ? secondStepOf(form) : {};
  const answer = passkey ? await api.send<SignInOutcome>('POST', '/auth/passkey-login', { passkey }) : null;
  if (answer?.ok) return redirect(pageAfter(answer.data.next, wanted), 303);
  return redirect(path(`/sign-in?problem=passkey${wanted ? `&return=${encodeURIComponent(wanted)}` : ''}`), 303);
};
