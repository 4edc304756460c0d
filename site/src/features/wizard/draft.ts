import type { DraftValues } from '@contracts/conversation';
import { withoutSecrets } from '@contracts/secrets';
import type { Category, TicketCreation } from '@contracts/tickets';
import { keepDraft, listOf, openDraft, textOf, type LeftForm } from '@features/forms/drafts';
import type { PostedForm } from '@features/forms/posted-form';
import type { PortalApi } from '@portal-api/client';

/** One unfinished request a browser: another tab continues the same. */
export const wizardPurpose = 'new-request';

/** The unfinished request, or null. One that was sent is finished, whatever else it holds. */
export const openWizard = async (api: PortalApi): Promise<LeftForm | null> => {
  const left = await openDraft(api, wizardPurpose);
  return left && textOf(left.values, 'sent') === '' ? left : null;
};

/** The draft after the details page was posted. Files and key are the earlier draft's; when the session has ended, nobody may read that, and the form's own count. */
export const detailsOf = (form: PostedForm, before: DraftValues | null): DraftValues => ({
  category: form.text('category'),
  subject: form.text('subject'),
  body: form.text('body'),
  priority: form.text('priority'),
  ...Object.fromEntries(Object.entries(form.under('fields.')).map(([name, value]) => [`fields.${name}`, value])),
  attachments: before ? listOf(before, 'attachments') : form.all('attachments'),
  // Holds for these words: whoever changes them is asked again.
  ...(form.text('do') === 'allow' ? { allowSecrets: 'true' } : {}),
  // Offers that came while it was written stand in the form, earlier ones in the draft.
  suggestions: [...new Set([...(before ? listOf(before, 'suggestions') : []), ...form.all('suggestions')])].slice(-10),
  offered: before ? listOf(before, 'offered') : [],
  passed: before ? listOf(before, 'passed') : [],
  // Stays with the draft until it is sent: two tabs, a reload or a retry make one request.
  key: (before ? textOf(before, 'key') : form.text('key')) || crypto.randomUUID(),
});

/** The draft's answers to a category's own questions. Checkboxes are `true` or absent in a form, and always said to the API. */
export const fieldsOf = (category: Category | undefined, values: DraftValues): TicketCreation['fields'] => {
  const answers = (category?.fields ?? []).map(({ name, type }): [string, string | boolean] => {
    const value = textOf(values, `fields.${name}`);
    return [name, type === 'checkbox' ? value === 'true' : value];
  });
  return Object.fromEntries(answers);
};

const isWords = (name: string): boolean => name === 'subject' || name === 'body' || name.startsWith('fields.');
/** The draft without what looks secret in its words. */
export const cleanedOf = (values: DraftValues): DraftValues => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isWords(name) && typeof value === 'string' ? withoutSecrets(value) : value]));

/** What the draft would send. */
export const creationOf = (values: DraftValues, category: Category | undefined): TicketCreation => {
  const priority = textOf(values, 'priority') as TicketCreation['priority'];
  return {
    category: textOf(values, 'category'),
    subject: textOf(values, 'subject'),
    body: textOf(values, 'body'),
    fields: fieldsOf(category, values),
    attachments: listOf(values, 'attachments'),
    ...(priority ? { priority } : {}),
    ...(textOf(values, 'allowSecrets') === 'true' ? { allowSecrets: true } : {}),
  };
};

/** Adds or takes away files of the draft. */
export const keepFiles = async (api: PortalApi, left: LeftForm, attachments: string[], problems: LeftForm['problems'] = null): Promise<void> =>
  keepDraft(api, wizardPurpose, { ...left.values, attachments }, problems);
