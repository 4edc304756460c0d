import type { PortalApi } from '@portal-api/client';
import { keepDraft } from './drafts';
import type { PostedForm } from './posted-form';

/** Takes a file that is not sent yet off a form, and keeps the rest of the form as its draft. */
export const dropLooseFile = async (api: PortalApi, purpose: string, id: string, form: PostedForm): Promise<void> => {
  await api.send('DELETE', `/attachments/${encodeURIComponent(id)}`);
  const attachments = form.all('attachments').filter((each) => each !== id);
  await keepDraft(api, purpose, { body: form.text('body'), key: form.text('key'), attachments });
};
