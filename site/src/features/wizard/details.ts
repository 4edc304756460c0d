import type { Category, TicketCreation } from '@contracts/tickets';
import { isSignedIn, keepDraft } from '@features/forms/drafts';
import { problemsOf, staleForm } from '@features/forms/problems';
import type { PostedForm } from '@features/forms/posted-form';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';
import type { PortalApi } from '@portal-api/client';
import { cleanedOf, creationOf, detailsOf, openWizard, wizardPurpose } from './draft';
import { offer, offersNews } from './offered';

const details = '/requests/new/details';

/** Keeps the details as they stand, unchecked, while they are written. */
export const keepDetails = async (api: PortalApi, form: PostedForm): Promise<void> => {
  const left = await openWizard(api);
  await keepDraft(api, wizardPurpose, detailsOf(form, left?.values ?? null));
};

/** Keeps the posted details first, then asks whether they could be sent; answers where to go. */
export const postDetails = async (api: PortalApi, form: PostedForm, categories: Category[]): Promise<string> => {
  const left = await openWizard(api);
  const values = detailsOf(form, left?.values ?? null);
  if (form.stale) {
    // A token dies with its session: then the form is not wrong, only its writer has to sign in again.
    const signedIn = await isSignedIn(api);
    await keepDraft(api, wizardPurpose, values, signedIn ? staleForm : null);
    return signedIn ? path(details) : signInPath(details, true);
  }
  if (form.text('do') === 'take-out') {
    // What is left is shown once more before it goes on.
    await keepDraft(api, wizardPurpose, cleanedOf(values));
    return `${path(details)}?done=taken-out`;
  }
  const category = categories.find(({ slug }) => slug === values['category']);
  const answer = await api.send<TicketCreation>('POST', '/tickets/checks', creationOf(values, category));
  if (answer.ok) {
    const offered = { ...values, ...(await offer(api, values)) };
    await keepDraft(api, wizardPurpose, offered);
    return path(offersNews(offered) ? '/requests/new/answers' : '/requests/new/files');
  }
  const ended = answer.status === 401;
  await keepDraft(api, wizardPurpose, values, ended ? null : problemsOf(answer));
  return ended ? signInPath(details, true) : path(details);
};
