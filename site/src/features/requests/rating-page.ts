import type { Rating } from '@contracts/ratings';
import type { PostedForm } from '@features/forms/posted-form';
import { problemsOf, staleForm, type Problems } from '@features/forms/problems';
import type { Answer, PortalApi } from '@portal-api/client';

/** How a visit to a page of a rating went. */
export interface RatingVisit {
  answer: Answer<Rating>;
  saved: boolean;
  problems: Problems | null;
  score: string;
  comment: string;
}

/** Opens the rating at an address of the API, and saves what was posted; a link that names a score only chooses it. */
export const visitRating = async (api: PortalApi, address: string, form: PostedForm | null, query: URLSearchParams): Promise<RatingVisit> => {
  const posted = form && !form.stale ? await api.send<Rating>('PUT', address, { score: Number(form.text('score')), comment: form.text('comment') }) : null;
  const answer = await api.get<Rating>(address);
  const known = answer.ok ? answer.data : null;
  const named = query.get('score') ?? '';
  const chosen = /^[1-5]$/.test(named) ? named : String(known?.score ?? '');
  return {
    answer,
    saved: posted?.ok ?? false,
    problems: form?.stale ? staleForm : posted && !posted.ok ? problemsOf(posted) : null,
    score: form?.text('score') ?? chosen,
    comment: form?.text('comment') ?? known?.comment ?? '',
  };
};
