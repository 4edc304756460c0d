import type { APIRoute } from 'astro';
import { dropDraft } from '@features/forms/drafts';
import { wizardPurpose } from '@features/wizard/draft';
import { path } from '@layouts/paths';

/** Throws the unfinished request away, because the customer said so. */
export const POST: APIRoute = async ({ locals, redirect }) => {
  if (locals.form && !locals.form.stale) await dropDraft(locals.api, wizardPurpose);
  return redirect(path('/requests/new'), 303);
};
