import type { Attachment } from '@contracts/conversation';
import type { TicketDetail } from '@contracts/tickets';
import { keepDraft, dropDraft } from '@features/forms/drafts';
import { problemsOf, sessionEnded, staleForm, type Problems } from '@features/forms/problems';
import type { UploadForm } from '@features/forms/upload-form';
import type { Answer, PortalApi } from '@portal-api/client';

/** How a posted reply ended. `ended`: the session was over; the words are kept for after the sign-in. */
export type ReplyOutcome = 'sent' | 'refused' | 'ended' | 'missing';

export const replyPurpose = (reference: string): string => `reply.${reference}`;

const refusedFiles = (answers: Answer<Attachment>[]): Problems | null => {
  const first = answers.find((answer) => !answer.ok);
  if (!first || first.ok) return null;
  return { ...problemsOf(first), errors: [{ path: 'attachments', message: first.message, rule: 'malformed' }] };
};

/** Sends a reply with the files it came with; whatever stands in the way, text and accepted files are kept as a draft. */
export const sendReply = async (api: PortalApi, reference: string, { form, uploads, broken }: UploadForm): Promise<ReplyOutcome> => {
  const purpose = replyPurpose(reference);
  const accepted = uploads.flatMap((answer) => (answer.ok ? [answer.data.id] : []));
  const attachments = [...new Set([...form.all('attachments'), ...accepted])];
  const values = { body: form.text('body'), attachments, key: form.text('key') };
  const keep = async (problems: Problems, outcome: ReplyOutcome): Promise<ReplyOutcome> => {
    await keepDraft(api, purpose, values, problems);
    return outcome;
  };
  if (form.stale) return keep(staleForm, 'refused');
  if (uploads.some((answer) => !answer.ok && answer.status === 401)) return keep(sessionEnded, 'ended');
  const files = broken ? { code: 'upload_malformed' as const, errors: [], retryAfter: null } : refusedFiles(uploads);
  // "Attach files" adds to the form and sends nothing yet.
  if (files) return keep(files, 'refused');
  if (form.text('do') === 'attach') {
    await keepDraft(api, purpose, values);
    return 'refused';
  }
  const answer = await api.send<TicketDetail>('POST', `/tickets/${reference}/comments`, { body: values.body, attachments }, values.key ? { 'idempotency-key': values.key } : {});
  if (!answer.ok) return answer.status === 404 ? 'missing' : keep(answer.status === 401 ? sessionEnded : problemsOf(answer), answer.status === 401 ? 'ended' : 'refused');
  await dropDraft(api, purpose);
  return 'sent';
};
