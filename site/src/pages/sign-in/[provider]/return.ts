import type { APIRoute } from 'astro';
import type { VisitOutcome } from '@contracts/providers';
import { afterVisit, problemPath } from '@features/sign-in/after-visit';

/** Where a provider sends the browser back to. What stands in the address works once, and in this browser only. */
export const GET: APIRoute = async ({ locals, params, url, redirect }) => {
  const provider = params['provider'] ?? '';
  const outcome = await locals.api.send<VisitOutcome>('POST', `/auth/providers/${encodeURIComponent(provider)}/returns`, { query: url.search.slice(1) });
  return redirect(outcome.ok ? afterVisit(outcome.data) : problemPath(outcome.code, provider), 303);
};
