import type { APIRoute } from 'astro';
import { dropDraft } from '@features/forms/drafts';
import { keepDetails } from '@features/wizard/details';
import { wizardPurpose } from '@features/wizard/draft';
import { path } from '@layouts/paths';

/** Keeps the unfinished request while it is written (204), or throws it away because the customer said so (303). */
export const POST: APIRoute = async ({ locals: { form, api }, redirect }) => {
  if (form && form.text('do') !== 'discard') {
    await keepDetails(api, form);
    return new Response(null, { status: 204 });
  }
  if (form && !form.stale) await dropDraft(api, wizardPurpose);
  return redirect(path('/requests/new'), 303);
};
