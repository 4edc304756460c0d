import type { APIRoute } from 'astro';
import { receiveUploadForm } from '@features/forms/upload-form';
import { signInPath } from '@features/forms/return-path';
import { dropLooseFile } from '@features/forms/loose-file';
import { replyPurpose, sendReply } from '@features/requests/reply-form';
import { path } from '@layouts/paths';

/** Takes a reply with its files; answers 303 to the request, where success or problems are shown. */
export const POST: APIRoute = async ({ locals, params, request, redirect }) => {
  const reference = (params['reference'] ?? '').toUpperCase();
  const page = `/requests/${reference}` as const;
  const upload = await receiveUploadForm(request, locals.api, locals.csrf);
  const removed = upload.form.text('remove');
  if (removed && !upload.form.stale) {
    await dropLooseFile(locals.api, replyPurpose(reference), removed, upload.form);
    return redirect(`${path(page)}#reply`, 303);
  }
  const outcome = await sendReply(locals.api, reference, upload);
  if (outcome === 'sent') return redirect(`${path(page)}?done=replied`, 303);
  if (outcome === 'taken_out') return redirect(`${path(page)}?done=taken-out#reply`, 303);
  return redirect(outcome === 'ended' ? signInPath(page, true) : `${path(page)}${outcome === 'refused' ? '#reply' : ''}`, 303);
};
