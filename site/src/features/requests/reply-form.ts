import { withoutSecrets } from '@contracts/secrets';
import type { TicketDetail } from '@contracts/tickets';
import { dropDraft, isSignedIn, keepDraft } from '@features/forms/drafts';
import type { PostedForm } from '@features/forms/posted-form';
import { problemsOf, type Problems } from '@features/forms/problems';
import { acceptedFiles, uploadProblem, type UploadForm } from '@features/forms/upload-form';
import type { PortalApi } from '@portal-api/client';

/** How a posted reply ended. `ended`: the session was over; the words are kept for after the sign-in. */
export type ReplyOutcome = 'sent' | 'refused' | 'taken_out' | 'ended' | 'missing';

/** The purpose under which an unsent reply is kept: one for each request. */
export const replyPurpose = (reference: string): string => `reply.${reference}`;

/** Keeps a reply as it stands, unchecked, while it is written. */
export const keepReply = (api: PortalApi, reference: string, form: PostedForm): Promise<void> =>
  keepDraft(api, replyPurpose(reference), { body: form.text('body'), attachments: form.all('attachments'), key: form.text('key') });

/** Sends a reply with the files it came with; whatever stands in the way, text and accepted files are kept as a draft. */
export const sendReply = async (api: PortalApi, reference: string, upload: UploadForm): Promise<ReplyOutcome> => {
  const purpose = replyPurpose(reference);
  const { form } = upload;
  const attachments = [...new Set([...form.all('attachments'), ...acceptedFiles(upload.uploads)])];
  const values = { body: form.text('body'), attachments, key: form.text('key') };
  const keep = async (problems: Problems | null, outcome: ReplyOutcome): Promise<ReplyOutcome> => {
    await keepDraft(api, purpose, values, problems);
    return outcome;
  };
  const problem = uploadProblem(upload);
  const ended = problem?.code === 'session_ended' || (form.stale && !(await isSignedIn(api)));
  if (problem) return ended ? keep(null, 'ended') : keep(problem, 'refused');
  // "Add files" adds to the form and sends nothing yet.
  const wish = form.text('do');
  if (wish === 'attach') {
    await keepDraft(api, purpose, values);
    return 'refused';
  }
  // What is left is shown once more before it goes.
  if (wish === 'take-out') {
    await keepDraft(api, purpose, { ...values, body: withoutSecrets(values.body) });
    return 'taken_out';
  }
  const answer = await api.send<TicketDetail>('POST', `/tickets/${reference}/comments`, { body: values.body, attachments, ...(wish === 'allow' ? { allowSecrets: true } : {}) }, values.key ? { 'idempotency-key': values.key } : {});
  if (!answer.ok && answer.status === 404) return 'missing';
  if (!answer.ok) return answer.status === 401 ? keep(null, 'ended') : keep(problemsOf(answer), 'refused');
  await dropDraft(api, purpose);
  return 'sent';
};
