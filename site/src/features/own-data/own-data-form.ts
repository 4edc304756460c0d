import type { PostedForm } from '@features/forms/posted-form';
import { problemsOf, staleForm, type Problems } from '@features/forms/problems';
import { proofFor } from '@features/security/proof-path';
import { path } from '@layouts/paths';
import type { Answer, PortalApi } from '@portal-api/client';

/** How the posted page ended: where to go, or what to say. */
export type OwnDataOutcome = { goTo: string } | { problems: Problems };

const wrongPassword: Problems = { code: 'validation_failed', errors: [{ path: 'password', rule: 'not_allowed', message: '' }], retryAt: null };

/** A wrong password is told at its field; whatever else is refused, above all. */
const refusedBy = (answer: Extract<Answer<unknown>, { ok: false }>): Problems => (answer.code === 'wrong_credentials' ? wrongPassword : problemsOf(answer));

const wishes: Record<string, { send(api: PortalApi, form: PostedForm): Promise<Answer<unknown>>; done: string; at: string }> = {
  archive: { send: (api) => api.send('POST', '/me/exports'), done: 'begun', at: 'archive' },
  erase: { send: (api, form) => api.send('POST', '/me/erasure', { password: form.text('password') || undefined }), done: 'asked', at: 'erasure' },
  withdraw: { send: (api) => api.send('DELETE', '/me/erasure'), done: 'withdrawn', at: 'erasure' },
};

/** Does what the pressed button says; the page then answers 303, or itself with what is wrong. */
export const postOwnData = async (api: PortalApi, form: PostedForm): Promise<OwnDataOutcome> => {
  const name = form.text('do');
  const wish = Object.hasOwn(wishes, name) ? wishes[name] : undefined;
  if (form.stale || !wish) return { problems: staleForm };
  const answer = await wish.send(api, form);
  const proof = proofFor(answer, '/account/data');
  if (proof) return { goTo: proof };
  return answer.ok ? { goTo: `${path('/account/data')}?done=${wish.done}#${wish.at}` } : { problems: refusedBy(answer) };
};
