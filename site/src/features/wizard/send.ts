import type { Category, TicketDetail } from '@contracts/tickets';
import { keepDraft, openDraft, textOf } from '@features/forms/drafts';
import { problemsOf, staleForm } from '@features/forms/problems';
import type { PostedForm } from '@features/forms/posted-form';
import { signInPath } from '@features/forms/return-path';
import { path } from '@layouts/paths';
import type { PortalApi } from '@portal-api/client';
import { creationOf, wizardPurpose } from './draft';
import { tellSent } from './offered';

const check = '/requests/new/check';
const requestPage = (reference: string): string => `${path(`/requests/${reference}`)}?done=sent`;

/** Sends the draft once and answers where to go. A second press finds the draft sent, and leads to the same request. */
export const sendRequest = async (api: PortalApi, form: PostedForm, categories: Category[]): Promise<string> => {
  const left = await openDraft(api, wizardPurpose);
  if (!left) return signInPath(check, true);
  const { values } = left;
  const sent = textOf(values, 'sent');
  if (sent) return textOf(values, 'key') === form.text('key') ? requestPage(sent) : path('/requests/new');
  if (form.stale) {
    await keepDraft(api, wizardPurpose, values, staleForm);
    return path(check);
  }
  const category = categories.find(({ slug }) => slug === values['category']);
  const answer = await api.send<TicketDetail>('POST', '/tickets', creationOf(values, category), { 'idempotency-key': textOf(values, 'key') });
  if (answer.ok) {
    // Kept, not deleted: the browser's second press arrives with the same key and must find where it went.
    await keepDraft(api, wizardPurpose, { sent: answer.data.reference, key: textOf(values, 'key') });
    await tellSent(api, values, answer.data.reference);
    return requestPage(answer.data.reference);
  }
  const ended = answer.status === 401;
  await keepDraft(api, wizardPurpose, values, ended ? null : problemsOf(answer));
  const atFields = answer.errors.some(({ path: field }) => field !== 'attachments');
  return ended ? signInPath(check, true) : path(atFields ? '/requests/new/details' : check);
};
