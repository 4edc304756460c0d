import { listOf } from '@features/forms/drafts';
import { signInPath } from '@features/forms/return-path';
import { acceptedFiles, receiveUploadForm, uploadProblem } from '@features/forms/upload-form';
import { path } from '@layouts/paths';
import type { PortalApi } from '@portal-api/client';
import { keepFiles, openWizard } from './draft';

const page = '/requests/new/files';

/** Takes files into the draft, or one out of it; answers where to go. Files that were accepted stay, whatever else failed. */
export const postFiles = async (request: Request, api: PortalApi, csrf: string): Promise<string> => {
  const upload = await receiveUploadForm(request, api, csrf);
  const left = await openWizard(api);
  const removed = upload.form.stale ? '' : upload.form.text('remove');
  if (removed) await api.send('DELETE', `/attachments/${encodeURIComponent(removed)}`);
  const kept = [...listOf(left?.values ?? {}, 'attachments'), ...acceptedFiles(upload.uploads)].filter((id) => id !== removed);
  const problem = uploadProblem(upload);
  // Without a session nobody may read the draft, and writing it anew would lose what is in it.
  if (problem?.code === 'session_ended' || !left) return signInPath(page, true);
  await keepFiles(api, left, kept, problem);
  return !problem && !removed && upload.form.text('do') === 'continue' ? path('/requests/new/check') : path(page);
};
