import type { APIRoute } from 'astro';

/** What a device is asked, by what its passkey is for. */
const asked: Record<string, string> = {
  'sign-in': '/auth/passkey-options',
  'second-step': '/auth/mfa-verification/passkey-options',
  verification: '/me/verification/passkey-options',
  add: '/me/passkeys/options',
};

/** Answers a script what to ask the device for; the API's refusal as its status. */
export const POST: APIRoute = async ({ locals }) => {
  const { form, api } = locals;
  const purpose = form?.text('purpose') ?? '';
  if (!form || form.stale || !Object.hasOwn(asked, purpose)) return new Response(null, { status: 403 });
  const answer = await api.send('POST', asked[purpose] ?? '');
  return answer.ok ? Response.json(answer.data) : new Response(null, { status: answer.status });
};
