import { listOf } from '@features/forms/drafts';
import { problemsOf, sessionEnded, staleForm, type Problems } from '@features/forms/problems';
import { signInPath } from '@features/forms/return-path';
import { receiveUploadForm, type UploadForm } from '@features/forms/upload-form';
import { path } from '@layouts/paths';
import type { PortalApi } from '@portal-api/client';
import { keepFiles, openWizard } from './draft';

const page = '/requests/new/files';

const problemOf = ({ form, uploads, broken }: UploadForm): Problems | null => {
  if (form.stale) return staleForm;
  if (broken) return { code: 'upload_malformed', errors: [], retryAfter: null };
  const refused = uploads.find((answer) => !answer.ok);
  if (!refused || refused.ok) return null;
  if (refused.status === 401) return sessionEnded;
  return { ...problemsOf(refused), errors: [{ path: 'attachments', message: refused.message, rule: 'malformed' }] };
};

/** Takes files into the draft, or one out of it; answers where to go. Files that were accepted stay, whatever else failed. */
export const postFiles = async (request: Request, api: PortalApi, csrf: string): Promise<string> => {
  const upload = await receiveUploadForm(request, api, csrf);
  const left = await openWizard(api);
  const accepted = upload.uploads.flatMap((answer) => (answer.ok ? [answer.data.id] : []));
  const removed = upload.form.stale ? '' : upload.form.text('remove');
  if (removed) await api.send('DELETE', `/attachments/${encodeURIComponent(removed)}`);
  const kept = [...listOf(left?.values ?? {}, 'attachments'), ...accepted].filter((id) => id !== removed);
  const problem = problemOf(upload);
  if (problem?.code === 'session_ended' || (!left && !problem)) return signInPath(page, true);
  await keepFiles(api, left, kept, problem);
  return !problem && !removed && upload.form.text('do') === 'continue' ? path('/requests/new/check') : path(page);
};
