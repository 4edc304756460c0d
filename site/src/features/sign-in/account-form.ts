import type { Answer } from '@portal-api/client';
import { problemsOf, staleForm, type Problems } from '@features/forms/problems';
import type { PostedForm } from '@features/forms/posted-form';

/** How a posted account form ended: where to go, or what to say. Null: the page was only opened. */
export type Outcome = { goTo: string } | { problems: Problems } | null;

/**
 * Sends an account form; `goTo` is where it goes on, or says so by the answer. These pages answer a refusal with themselves (status 4xx, values kept): there is
 * no customer yet whose draft it could become, and a password never goes into one.
 */
export const submitAccountForm = async <T>(form: PostedForm | null, send: (form: PostedForm) => Promise<Answer<T>>, goTo: string | ((data: T) => string)): Promise<Outcome> => {
  if (!form) return null;
  if (form.stale) return { problems: staleForm };
  const answer = await send(form);
  if (!answer.ok) return { problems: problemsOf(answer) };
  return { goTo: typeof goTo === 'string' ? goTo : goTo(answer.data) };
};

/** HTTP status of a page that shows these problems. */
export const statusOf = ({ code }: Problems): number => (code === 'too_many_requests' ? 429 : code === 'wrong_credentials' ? 401 : code === 'stale_form' ? 403 : 400);
